// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Tests.Boards;

/// <summary>The virtual flash: files, host file, power cuts, wear.</summary>
[TestClass]
public sealed class FlashTests
{
    [TestMethod]
    public void FilesAreWrittenAtPositionsAndGrow()
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        flash.Create(@"I:\a");
        flash.Write(@"I:\a", 2, "xy"u8);
        flash.Write(@"I:\a", 3, "zzz"u8);
        Assert.AreEqual("\0\0xzzz", FlashText.Read(flash, @"I:\a"));
        Assert.AreEqual(6, flash.Length(@"I:\a"));
        flash.Create(@"I:\a");
        Assert.AreEqual(0, flash.Length(@"I:\a"), "creating an existing file empties it");
    }

    [TestMethod]
    public void MoveDoesNotReplace()
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        FlashText.Write(flash, @"I:\new", "new");
        FlashText.Write(flash, @"I:\old", "old");
        Assert.ThrowsExactly<IOException>(() => flash.Move(@"I:\new", @"I:\old"));
        Assert.AreEqual("old", FlashText.Read(flash, @"I:\old"));
        flash.Delete(@"I:\old");
        flash.Move(@"I:\new", @"I:\old");
        Assert.AreEqual("new", FlashText.Read(flash, @"I:\old"));
        Assert.IsFalse(flash.FileExists(@"I:\new"));
        Assert.ThrowsExactly<FileNotFoundException>(() => flash.Move(@"I:\new", @"I:\x"));
    }

    [TestMethod]
    [DataRow(@"C:\a")]
    [DataRow("I:/a")]
    [DataRow(@"a")]
    public void PathsOutsideTheDriveAreRefused(string path)
    {
        using var board = new TestBoard();
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => board.Board.Flash.Create(path)).Message, path);
    }

    [TestMethod]
    public void DirectoriesHoldFiles()
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        Assert.ThrowsExactly<DirectoryNotFoundException>(() => flash.Create(@"I:\box\a"));
        flash.CreateDirectory(@"I:\box");
        flash.Create(@"I:\box\b");
        flash.Create(@"I:\box\a");
        flash.Create(@"I:\c");
        CollectionAssert.AreEqual(new[] { @"I:\box\a", @"I:\box\b" }, flash.ListFiles(@"I:\box"));
        CollectionAssert.AreEqual(new[] { @"I:\c" }, flash.ListFiles(VirtualFlash.Root));
        CollectionAssert.AreEqual(new[] { @"I:\box" }, flash.ListDirectories(VirtualFlash.Root));
        Assert.ThrowsExactly<IOException>(() => flash.DeleteDirectory(@"I:\box"));
    }

    [TestMethod]
    public void ACleanCutLeavesThePrefix()
    {
        for (int cut = 1; cut <= 12; cut++)
        {
            using var board = new TestBoard();
            VirtualFlash flash = board.Board.Flash;
            flash.PowerCut = new PowerCut(cut);
            StopReason reason = board.Board.Run(() => FlashText.Write(flash, @"I:\a", "0123456789"));

            // The first counted byte is the directory entry.
            Assert.AreEqual(cut <= 11 ? StopReason.PowerCut : StopReason.None, reason);
            string left = flash.FileExists(@"I:\a") ? FlashText.Read(flash, @"I:\a") : "no file";
            Assert.AreEqual(cut == 1 ? "no file" : "0123456789"[..Math.Min(10, cut - 2)], left);
        }
    }

    [TestMethod]
    public void ATornCutLeavesHalfProgrammedBytes()
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        flash.PowerCut = new PowerCut(102, PowerCutKind.Torn, Seed: 7);
        byte[] data = new byte[600];
        board.Board.Run(() =>
        {
            flash.Create(@"I:\a");
            flash.Write(@"I:\a", 0, data);
        });

        byte[] left = new byte[flash.Length(@"I:\a")];
        flash.Read(@"I:\a", 0, left);
        Assert.AreEqual(256, left.Length, "up to the end of the flash page");
        Assert.IsTrue(left.AsSpan(0, 100).IndexOfAnyExcept((byte)0) < 0, "whole before the cut");
        Assert.IsTrue(left.AsSpan(100).IndexOfAnyExcept((byte)0) >= 0, "some of the ones of erased flash are left");
    }

    [TestMethod]
    public void ACutHappensOnceAndNothingIsWrittenAfterIt()
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        flash.PowerCut = new PowerCut(3);
        board.Board.Run(() => FlashText.Write(flash, @"I:\a", "0123"));
        Assert.ThrowsExactly<BoardStoppedException>(() => flash.Delete(@"I:\a"));
        Assert.AreEqual("0", FlashText.Read(flash, @"I:\a"));
        board.Board.PowerOn();
        FlashText.Write(flash, @"I:\a", "0123");
        Assert.AreEqual("0123", FlashText.Read(flash, @"I:\a"));
    }

    [TestMethod]
    public void TheSameSeedTearsTheSame()
    {
        CollectionAssert.AreEqual(TornBytes(5), TornBytes(5));
        CollectionAssert.AreNotEqual(TornBytes(5), TornBytes(6));
    }

    [TestMethod]
    public void WearCountsErasedBlocks()
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        flash.Create(@"I:\small");
        for (int i = 0; i < 100; i++)
        {
            flash.Write(@"I:\small", 0, new byte[100]);
        }

        // 100 commits of 132 bytes and one of 32 fill three blocks of 4096 and begin a fourth.
        Assert.AreEqual(3, flash.Wear.ErasedBlocks);
        flash.Create(@"I:\large");
        flash.Write(@"I:\large", 0, new byte[5_000]);
        Assert.AreEqual(5, flash.Wear.ErasedBlocks);
        Assert.AreEqual(100 * 100 + 5_000 + 2, flash.ChangedBytes);
    }

    [TestMethod]
    public void AFullDriveRefusesAndKeepsWhatItHas()
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        flash.Create(@"I:\big");
        IOException? failure = null;
        int length = 0;
        while (failure is null && length < 1_000_000)
        {
            try
            {
                flash.Write(@"I:\big", length, new byte[4_096]);
                length += 4_096;
            }
            catch (IOException full)
            {
                failure = full;
            }
        }

        Assert.AreEqual(62 * 4_096, length, "256 KB less the directory's two blocks");
        StringAssert.Contains(failure!.Message, "full");
        Assert.AreEqual(length, flash.Length(@"I:\big"));
        Assert.AreEqual(flash.CapacityBytes, flash.UsedBytes);
        flash.Write(@"I:\big", 0, new byte[100]);
    }

    private static byte[] TornBytes(uint seed)
    {
        using var board = new TestBoard();
        VirtualFlash flash = board.Board.Flash;
        flash.PowerCut = new PowerCut(10, PowerCutKind.Torn, seed);
        board.Board.Run(() => FlashText.Write(flash, @"I:\a", "0123456789"));
        return Encoding.Latin1.GetBytes(FlashText.Read(flash, @"I:\a"));
    }
}
