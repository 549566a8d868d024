// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Diagnostics;
using System.IO;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Boards;

/// <summary>A flash in a host file against `kill -9` of the process that writes it.</summary>
[TestClass]
public sealed class FlashKillTests
{
    private readonly string _flashFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TestCleanup]
    public void Cleanup()
    {
        File.Delete(_flashFile);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(50)]
    [DataRow(700)]
    public void EveryWriteThatReturnedIsThereAfterAKill(int lines)
    {
        int last = KillAfter(lines);
        using var board = new TestBoard(_flashFile);
        Assert.IsTrue(NumberIn(board, last) >= last, "the last write that returned");
        Assert.IsTrue(NumberIn(board, last - 1) >= last - 1, "the one before it");
    }

    // The number of the last line the victim got out before Kill(), which is SIGKILL on Unix.
    private int KillAfter(int lines)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FlashVictim).Assembly.Location, "flash-victim", _flashFile])
        {
            RedirectStandardOutput = true,
        };
        using Process victim = Process.Start(start)!;
        int last = -1;
        for (int i = 0; i < lines; i++)
        {
            last = int.Parse(victim.StandardOutput.ReadLine()!);
        }

        victim.Kill();
        victim.WaitForExit();
        return last;
    }

    // The number at the end of the whole, unmixed contents of the file that this number goes to.
    private static int NumberIn(TestBoard board, int number)
    {
        string path = FlashVictim.Path(number);
        if (board.Board.Flash.Length(path) == 0)
        {
            return -1;
        }

        byte[] bytes = new byte[board.Board.Flash.Length(path)];
        board.Board.Flash.Read(path, 0, bytes);
        string text = Encoding.ASCII.GetString(bytes);
        int found = int.Parse(text[^10..]);
        Assert.AreEqual(FlashVictim.Contents(found), text);
        return found;
    }
}
