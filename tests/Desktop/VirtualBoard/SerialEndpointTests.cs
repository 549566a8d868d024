// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Serial;

namespace Prosumeter.Tests.Boards;

/// <summary>The ways a person reaches the console.</summary>
[TestClass]
[SupportedOSPlatform("linux")]
public sealed class SerialEndpointTests
{
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void APseudoTerminalIsAFileThatAnyProgramOpens()
    {
        using var terminal = new PseudoTerminal();
        using FileStream peer = OpenPeer(terminal);
        Assert.AreEqual(0, terminal.Read(new byte[16]), "nothing was sent yet");

        // Raw: no echo, and CR, LF, Ctrl-C and NUL pass unchanged in both directions.
        byte[] bytes = [0x0D, 0x0A, 0x03, 0x00, 0xFF, 0x41];
        peer.Write(bytes);
        CollectionAssert.AreEqual(bytes, ReadAtLeast(terminal, bytes.Length));
        terminal.Write(bytes);
        byte[] answer = new byte[bytes.Length];
        peer.ReadExactly(answer);
        CollectionAssert.AreEqual(bytes, answer);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void APseudoTerminalSurvivesThePeer()
    {
        using var terminal = new PseudoTerminal();
        for (int round = 0; round < 3; round++)
        {
            using FileStream peer = OpenPeer(terminal);
            peer.Write("hello\n"u8);
            Assert.AreEqual("hello\n", Encoding.ASCII.GetString(ReadAtLeast(terminal, 6)));
        }
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void APseudoTerminalNobodyReadsKeepsTheNewest()
    {
        using var terminal = new PseudoTerminal();
        for (int i = 0; i < 1_000; i++)
        {
            terminal.Write(Encoding.ASCII.GetBytes($"line {i:D4} of what nobody reads\r\n"));
        }

        using FileStream peer = OpenPeer(terminal);
        terminal.Write("end"u8);
        byte[] buffer = new byte[65_536];
        int count = 0;
        while (!buffer.AsSpan(0, count).EndsWith("end"u8))
        {
            count += peer.Read(buffer.AsSpan(count));
        }

        StringAssert.EndsWith(Encoding.ASCII.GetString(buffer, 0, count), "line 0999 of what nobody reads\r\nend");
        Assert.IsTrue(count < 32_000, $"{count} bytes: the oldest are gone");
    }

    [TestMethod]
    public void ATcpLineTakesTheNewestConnection()
    {
        using var line = new TcpSerial();
        using var first = new TcpClient("127.0.0.1", line.Port);
        first.GetStream().Write("abc"u8);
        Assert.AreEqual("abc", Encoding.ASCII.GetString(ReadAtLeast(line, 3)));
        first.Dispose();
        Assert.AreEqual(0, line.Read(new byte[4]), "a connection that ended is quiet, not an error");

        using var second = new TcpClient("127.0.0.1", line.Port);
        second.GetStream().Write("d"u8);
        Assert.AreEqual("d", Encoding.ASCII.GetString(ReadAtLeast(line, 1)));
        line.Write("e"u8);
        Assert.AreEqual('e', second.GetStream().ReadByte());
    }

    private static FileStream OpenPeer(PseudoTerminal terminal)
    {
        return new FileStream(terminal.Name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    // The kernel passes the bytes on by itself; the limit only ends a test that would hang.
    private static byte[] ReadAtLeast(ISerialEndpoint line, int length)
    {
        byte[] buffer = new byte[length];
        int count = 0;
        bool isComplete = SpinWait.SpinUntil(() => (count += line.Read(buffer.AsSpan(count))) >= length, TimeSpan.FromSeconds(10));
        Assert.IsTrue(isComplete, $"{count} of {length} bytes came.");
        return buffer;
    }
}
