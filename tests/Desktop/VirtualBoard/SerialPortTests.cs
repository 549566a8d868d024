// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO.Ports;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Serial;

namespace Prosumeter.Tests.Boards;

/// <summary>The manners of System.IO.Ports on an ESP32.</summary>
[TestClass]
public sealed class SerialPortTests
{
    private readonly MemorySerial _line = new();

    [TestMethod]
    public void BytesGoBothWays()
    {
        using var board = new TestBoard(serial: _line);
        SerialPort port = OpenPort();
        _line.Send("help\r");
        byte[] buffer = new byte[8];
        Assert.AreEqual(5, port.BytesToRead);
        Assert.AreEqual(5, port.Read(buffer, 1, 5));
        Assert.AreEqual("\0help\r\0\0", Encoding.ASCII.GetString(buffer));
        port.WriteLine("ok");
        port.Write(buffer, 1, 4);
        Assert.AreEqual("ok\r\nhelp", _line.TakeText());
    }

    [TestMethod]
    public void ReadWaitsForExactlyAsManyBytesOrThrows()
    {
        using var board = new TestBoard(serial: _line);
        SerialPort port = OpenPort();
        port.ReadTimeout = 500;
        _line.Send("abc");
        Assert.ThrowsExactly<TimeoutException>(() => port.Read(new byte[4], 0, 4));
        Assert.AreEqual(500_000, board.Time.MonotonicMicroseconds);
        Assert.AreEqual(3, port.BytesToRead, "what came still waits");
        _line.Send("d");
        Assert.AreEqual(4, port.Read(new byte[4], 0, 4));
    }

    [TestMethod]
    public void ReadWithoutTimeOutNeverReturnsInVirtualTime()
    {
        using var board = new TestBoard(serial: _line);
        SerialPort port = OpenPort();
        Assert.AreEqual(StopReason.Idle, board.Board.Run(() => port.ReadByte()));
    }

    [TestMethod]
    public void AWriteTakesTheTimeOfItsBits()
    {
        using var board = new TestBoard(serial: _line);
        OpenPort().Write(new byte[1_152], 0, 1_152);
        Assert.AreEqual(100_000, board.Time.MonotonicMicroseconds, "115200 baud, ten bits a byte");
    }

    [TestMethod]
    public void AWriteLongerThanItsTimeOutThrowsAndIsSentNevertheless()
    {
        using var board = new TestBoard(serial: _line);
        SerialPort port = OpenPort();
        port.WriteTimeout = 50;
        Assert.ThrowsExactly<TimeoutException>(() => port.Write(new byte[1_152], 0, 1_152));
        Assert.AreEqual(50_000, board.Time.MonotonicMicroseconds);
        Assert.AreEqual(1_152, _line.TakeBytes().Length);
        port.WriteTimeout = 1;
        port.Write(new byte[200], 0, 200);
    }

    [TestMethod]
    public void ABoardThatLooksTooSeldomLosesAllInput()
    {
        using var board = new TestBoard(serial: _line);
        SerialPort port = OpenPort();
        _line.Send(new byte[300]);
        board.Time.AdvanceTo(1_000_000);
        Assert.AreEqual(0, port.BytesToRead);
        Assert.AreEqual(1, board.Board.Uart(2).OverflowCount);
        _line.Send("x");
        Assert.AreEqual(1, port.BytesToRead);
    }

    [TestMethod]
    public void ABoardThatLooksInTimeLosesNothing()
    {
        using var board = new TestBoard(serial: _line);
        SerialPort port = OpenPort();
        _line.Send(new byte[300]);
        int received = 0;
        for (int i = 0; i < 10; i++)
        {
            board.Time.Spend(20_000);
            byte[] buffer = new byte[port.BytesToRead];
            received += port.Read(buffer, 0, buffer.Length);
        }

        Assert.AreEqual(300, received);
        Assert.AreEqual(0, board.Board.Uart(2).OverflowCount);
    }

    [TestMethod]
    public void ALargerBufferHoldsMore()
    {
        using var board = new TestBoard(serial: _line);
        SerialPort port = NewPort();
        port.ReadBufferSize = 1_024;
        port.Open();
        _line.Send(new byte[300]);
        board.Time.AdvanceTo(1_000_000);
        Assert.AreEqual(300, port.BytesToRead);
    }

    [TestMethod]
    public void Com1BelongsToTheDebugger()
    {
        using var board = new TestBoard();
        Assert.ThrowsExactly<ArgumentException>(() => new SerialPort("COM1").Open());
        Assert.ThrowsExactly<ArgumentException>(() => new SerialPort("COM4"));
        Assert.ThrowsExactly<ArgumentException>(() => new SerialPort("tty"));
    }

    [TestMethod]
    public void Com2NeedsPins()
    {
        using var board = new TestBoard();
        var port = new SerialPort("COM2");
        StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(port.Open).Message, "SetPinFunction");
        Configuration.SetPinFunction(32, DeviceFunction.COM2_TX);
        Assert.ThrowsExactly<InvalidOperationException>(port.Open);
        Configuration.SetPinFunction(33, DeviceFunction.COM2_RX);
        port.Open();
        Assert.IsTrue(port.IsOpen);
        Assert.ThrowsExactly<InvalidOperationException>(port.Open);
    }

    [TestMethod]
    public void ASecondInstanceIsRefusedUntilTheFirstIsDisposed()
    {
        using var board = new TestBoard();
        SerialPort first = OpenPort();
        Assert.ThrowsExactly<ArgumentException>(() => new SerialPort("COM2"));
        first.Close();
        Assert.ThrowsExactly<ArgumentException>(() => new SerialPort("COM2"));
        first.Dispose();
        new SerialPort("COM2").Dispose();
    }

    [TestMethod]
    public void AClosedPortRefusesToWork()
    {
        using var board = new TestBoard();
        SerialPort port = NewPort();
        Assert.ThrowsExactly<InvalidOperationException>(() => port.BytesToRead);
        Assert.ThrowsExactly<InvalidOperationException>(() => port.Write("x"));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => port.ReadTimeout = -1);
    }

    private static SerialPort NewPort()
    {
        Configuration.SetPinFunction(32, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(33, DeviceFunction.COM2_RX);
        return new SerialPort("COM2", 115_200);
    }

    private static SerialPort OpenPort()
    {
        SerialPort port = NewPort();
        port.Open();
        return port;
    }
}
