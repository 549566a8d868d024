// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Tests.Boards;

/// <summary>The host file that holds a virtual flash.</summary>
[TestClass]
public sealed class FlashHostFileTests
{
    private readonly string _flashFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TestCleanup]
    public void Cleanup()
    {
        File.Delete(_flashFile);
    }

    [TestMethod]
    public void AHostFileKeepsEverything()
    {
        using (var board = new TestBoard(_flashFile))
        {
            VirtualFlash flash = board.Board.Flash;
            flash.CreateDirectory(@"I:\d");
            FlashText.Write(flash, @"I:\d\kept", "kept");
            FlashText.Write(flash, @"I:\deleted", "x");
            flash.Delete(@"I:\deleted");
            FlashText.Write(flash, @"I:\from", "moved");
            flash.Move(@"I:\from", @"I:\to");
        }

        using var again = new TestBoard(_flashFile);
        Assert.AreEqual("kept", FlashText.Read(again.Board.Flash, @"I:\d\kept"));
        Assert.AreEqual("moved", FlashText.Read(again.Board.Flash, @"I:\to"));
        CollectionAssert.AreEqual(new[] { @"I:\to" }, again.Board.Flash.ListFiles(VirtualFlash.Root));
    }

    [TestMethod]
    public void AHostFileCutAnywhereGivesTheFilesOfAnEarlierMoment()
    {
        using (var board = new TestBoard(_flashFile))
        {
            FlashText.Write(board.Board.Flash, @"I:\a", "one");
            FlashText.Write(board.Board.Flash, @"I:\a", "two");
        }

        byte[] whole = File.ReadAllBytes(_flashFile);
        for (int length = 8; length < whole.Length; length++)
        {
            File.WriteAllBytes(_flashFile, whole[..length]);
            using var board = new TestBoard(_flashFile);
            string contents = board.Board.Flash.FileExists(@"I:\a") ? FlashText.Read(board.Board.Flash, @"I:\a") : "none";
            Assert.IsTrue(contents is "none" or "" or "one", $"{length} bytes: {contents}");
        }
    }

    [TestMethod]
    public void ADamagedByteEndsTheHostFileThere()
    {
        using (var board = new TestBoard(_flashFile))
        {
            FlashText.Write(board.Board.Flash, @"I:\a", "one");
            FlashText.Write(board.Board.Flash, @"I:\b", "two");
        }

        byte[] bytes = File.ReadAllBytes(_flashFile);
        bytes[^6] ^= 1;
        File.WriteAllBytes(_flashFile, bytes);
        using var again = new TestBoard(_flashFile);
        Assert.AreEqual("one", FlashText.Read(again.Board.Flash, @"I:\a"));
        Assert.AreEqual("", FlashText.Read(again.Board.Flash, @"I:\b"));
    }

    [TestMethod]
    public void AForeignHostFileIsRefusedUntouched()
    {
        File.WriteAllText(_flashFile, "a letter to a friend");
        var failure = Assert.ThrowsExactly<IOException>(() => new TestBoard(_flashFile));
        StringAssert.Contains(failure.Message, _flashFile);
        Assert.AreEqual("a letter to a friend", File.ReadAllText(_flashFile));
    }

    [TestMethod]
    public void AHostFileIsCompactedBeforeItGrowsWithoutBound()
    {
        byte[] block = new byte[4096];
        using (var board = new TestBoard(_flashFile))
        {
            board.Board.Flash.Create(@"I:\a");
            for (int i = 0; i < 1_500; i++)
            {
                block[0] = (byte)i;
                board.Board.Flash.Write(@"I:\a", 0, block);
            }
        }

        Assert.IsTrue(new FileInfo(_flashFile).Length < 4 * 1024 * 1024 + 8192);
        using var again = new TestBoard(_flashFile);
        Assert.AreEqual((byte)(1_499 % 256), Encoding.Latin1.GetBytes(FlashText.Read(again.Board.Flash, @"I:\a"))[0]);
    }

    [TestMethod]
    public void RandomHostFilesAreReadOrRefusedButNeverThrowAnythingElse()
    {
        Prop.ForAll<byte[], byte[]>((body, tail) =>
        {
            byte[] file = [.. "PRFLASH1"u8, .. Record(body), .. tail];
            File.WriteAllBytes(_flashFile, file);
            using var board = new TestBoard(_flashFile);
            board.Board.Flash.ListFiles(VirtualFlash.Root);
        }).QuickCheckThrowOnFailure();
    }

    // A record whose frame and checksum are right, whatever is inside.
    private static byte[] Record(byte[] body)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in body)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return [.. BitConverter.GetBytes(body.Length), .. body, .. BitConverter.GetBytes(~crc)];
    }
}
