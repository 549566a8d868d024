// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFile = Prosumeter.Simulator.Boards.NanoApi.File;
using NanoFileStream = Prosumeter.Simulator.Boards.NanoApi.FileStream;

namespace Prosumeter.Tests.Boards;

/// <summary>The manners of System.IO.FileSystem on the board.</summary>
[TestClass]
public sealed class NanoFileTests
{
    [TestMethod]
    public void TextsAndBytesComeBack()
    {
        using var board = new TestBoard();
        NanoFile.WriteAllText(@"I:\t", "Zähler 1");
        Assert.AreEqual("Zähler 1", NanoFile.ReadAllText(@"I:\t"));
        byte[] bytes = new byte[5_000];
        bytes[4_999] = 7;
        NanoFile.WriteAllBytes(@"I:\b", bytes);
        CollectionAssert.AreEqual(bytes, NanoFile.ReadAllBytes(@"I:\b"));
    }

    [TestMethod]
    public void AReadAtTheEndClearsTheRestOfTheBuffer()
    {
        using var board = new TestBoard();
        NanoFile.WriteAllText(@"I:\t", "ab");
        byte[] buffer = Encoding.ASCII.GetBytes("xxxxx");
        using NanoFileStream stream = NanoFile.OpenRead(@"I:\t");
        Assert.AreEqual(2, stream.Read(buffer, 0, 4));
        Assert.AreEqual("ab\0\0x", Encoding.ASCII.GetString(buffer));
    }

    [TestMethod]
    public void AWriteIsInFlashBeforeTheStreamIsClosed()
    {
        using var board = new TestBoard();
        var stream = new NanoFileStream(@"I:\t", FileMode.Create, FileAccess.Write);
        stream.Write(Encoding.ASCII.GetBytes("abc"), 0, 3);
        Assert.AreEqual(3, board.Board.Flash.Length(@"I:\t"));
        stream.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => stream.Write(new byte[1], 0, 1));
    }

    [TestMethod]
    public void AppendGoesOnAtTheEndAndNotBefore()
    {
        using var board = new TestBoard();
        NanoFile.WriteAllText(@"I:\t", "ab");
        using (var stream = new NanoFileStream(@"I:\t", FileMode.Append))
        {
            stream.Write(Encoding.ASCII.GetBytes("cd"), 0, 2);
            Assert.ThrowsExactly<ArgumentException>(() => stream.Position = 0);
        }

        Assert.AreEqual("abcd", NanoFile.ReadAllText(@"I:\t"));
    }

    [TestMethod]
    public void ModesRefuseAsTheBoardDoes()
    {
        using var board = new TestBoard();
        Assert.ThrowsExactly<FileNotFoundException>(() => new NanoFileStream(@"I:\t", FileMode.Open));
        Assert.ThrowsExactly<FileNotFoundException>(() => new NanoFileStream(@"I:\t", FileMode.Truncate));
        new NanoFileStream(@"I:\t", FileMode.CreateNew).Dispose();
        Assert.ThrowsExactly<IOException>(() => new NanoFileStream(@"I:\t", FileMode.CreateNew));
        Assert.ThrowsExactly<ArgumentException>(() => new NanoFileStream(@"I:\t", FileMode.Create, FileAccess.Read));
        using NanoFileStream stream = NanoFile.OpenRead(@"I:\t");
        Assert.ThrowsExactly<ArgumentException>(() => stream.Position = 1);
        Assert.ThrowsExactly<NotSupportedException>(() => stream.Write(new byte[1], 0, 1));
        Assert.ThrowsExactly<NotImplementedException>(() => stream.SetLength(0));
    }

    [TestMethod]
    public void MoveRefusesAnExistingTarget()
    {
        using var board = new TestBoard();
        NanoFile.WriteAllText(@"I:\a", "a");
        NanoFile.WriteAllText(@"I:\b", "b");
        Assert.ThrowsExactly<IOException>(() => NanoFile.Move(@"I:\a", @"I:\b"));
        NanoFile.Delete(@"I:\b");
        NanoFile.Delete(@"I:\b");
        NanoFile.Move(@"I:\a", @"I:\b");
        Assert.AreEqual("a", NanoFile.ReadAllText(@"I:\b"));
    }
}
