// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Device.I2c;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Runtime.Native;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using NanoApi = Prosumeter.Simulator.Boards.NanoApi;

namespace Prosumeter.Tests.Boards;

/// <summary>Start, restart and stop of a virtual board.</summary>
[TestClass]
public sealed class BoardLifeTests
{
    [TestMethod]
    public void ARestartLeavesTheFirmwareEvenThroughItsCatchAll()
    {
        using var board = new TestBoard();
        bool isLogged = false;
        StopReason reason = board.Board.Run(() =>
        {
            try
            {
                Power.RebootDevice();
            }
            catch (Exception)
            {
                // A device would never come here; what a stopped board writes must not count.
                NanoApi.File.WriteAllText(@"I:\log", "restarted by an exception");
                isLogged = true;
            }
        });

        Assert.AreEqual(StopReason.Restart, reason);
        Assert.IsFalse(isLogged);
        Assert.IsFalse(board.Board.Flash.FileExists(@"I:\log"));
    }

    [TestMethod]
    public void ARestartKeepsFlashChipsAndClockButNotPins()
    {
        using var board = new TestBoard();
        NanoApi.File.WriteAllText(@"I:\kept", "x");
        new GpioController().OpenPin(27, PinMode.Output).Write(PinValue.High);
        I2cDevice device = AttachIna219(board);
        TestBoard.WriteRegister(device, 5, 0x1000);
        board.Board.Clock.Set(1_800_000_000_000_000);

        board.Board.Run(() => Power.RebootDevice());
        board.Board.PowerOn();

        Assert.IsTrue(board.Board.Flash.FileExists(@"I:\kept"));
        Assert.IsFalse(board.Board.Gpio.IsHigh(27), "a contactor falls back");
        Assert.AreEqual(0x1000, TestBoard.ReadRegister(device, 5));
        Assert.IsTrue(board.Board.Clock.UtcMicroseconds >= 1_800_000_000_000_000);
        Assert.AreEqual(2, board.Board.BootCount);
    }

    [TestMethod]
    public void AfterAPowerOffChipsAndClockHaveForgotten()
    {
        using var board = new TestBoard();
        I2cDevice device = AttachIna219(board);
        TestBoard.WriteRegister(device, 5, 0x1000);
        board.Board.Clock.Set(1_800_000_000_000_000);

        board.Board.PowerOff();
        board.Board.PowerOn();

        Assert.AreEqual(0, TestBoard.ReadRegister(device, 5));
        Assert.AreEqual(1970, NanoApi.DateTime.UtcNow.Year);
    }

    [TestMethod]
    public void TicksCountFromTheStart()
    {
        using var board = new TestBoard();
        board.Time.AdvanceTo(5_000_000);
        Assert.AreEqual(5_000, NanoApi.Environment.TickCount64);
        board.Board.PowerOff();
        board.Board.PowerOn();
        board.Time.AdvanceTo(6_500_000);
        Assert.AreEqual(1_500, NanoApi.Environment.TickCount64);
        Assert.AreEqual(1_500_000ul, nanoFramework.Hardware.Esp32.HighResTimer.GetCurrent());
    }

    [TestMethod]
    public void AnEndlessLoopEndsAtThePlannedTime()
    {
        using var board = new TestBoard();
        board.Board.PowerOffAtMicroseconds = 60_000_000;
        int steps = 0;
        StopReason reason = board.Board.Run(() =>
        {
            while (true)
            {
                steps++;
                NanoApi.Thread.Sleep(1_000);
            }
        });

        Assert.AreEqual(StopReason.PowerOff, reason);
        Assert.AreEqual(60, steps);
        Assert.AreEqual(60_000_000, board.Time.MonotonicMicroseconds);
    }

    [TestMethod]
    public void WaitingForEverWithNobodyElseIsIdle()
    {
        using var board = new TestBoard();
        Assert.AreEqual(StopReason.Idle, board.Board.Run(() => NanoApi.Thread.Sleep(-1)));
    }

    [TestMethod]
    public void AThreadRunsUntilItWaitsAndGoesOnInTime()
    {
        using var board = new TestBoard();
        var order = new List<string>();
        var thread = new NanoApi.Thread(() =>
        {
            order.Add("begins");
            NanoApi.Thread.Sleep(2_500);
            order.Add("wakes at " + NanoApi.Environment.TickCount64);
        });
        thread.Start();
        order.Add("started");
        for (int second = 1; second <= 4; second++)
        {
            board.Time.AdvanceTo(second * 1_000_000);
            order.Add("second " + second);
        }

        Assert.IsFalse(thread.IsAlive);
        Assert.AreEqual("begins, started, second 1, second 2, wakes at 2500, second 3, second 4", string.Join(", ", order));
    }

    [TestMethod]
    public void ThreadsTakeTurnsInTheOrderOfTheirWaits()
    {
        using var board = new TestBoard();
        var order = new List<int>();
        for (int number = 1; number <= 3; number++)
        {
            int own = number;
            new NanoApi.Thread(() =>
            {
                for (int turn = 0; turn < 2; turn++)
                {
                    NanoApi.Thread.Sleep(100 * own);
                    order.Add(own);
                }
            }).Start();
        }

        NanoApi.Thread.Sleep(1_000);
        CollectionAssert.AreEqual(new[] { 1, 2, 1, 3, 2, 3 }, order);
    }

    [TestMethod]
    public void AThreadOfAnEarlierStartDoesNotLiveOn()
    {
        using var board = new TestBoard();
        bool isAlive = false;
        new NanoApi.Thread(() =>
        {
            NanoApi.Thread.Sleep(5_000);
            isAlive = true;
        }).Start();
        board.Board.Run(() => Power.RebootDevice());
        board.Board.PowerOn();
        NanoApi.Thread.Sleep(10_000);
        Assert.IsFalse(isAlive);
    }

    [TestMethod]
    public void ARestartOutOfAThreadStopsTheBoard()
    {
        using var board = new TestBoard();
        StopReason reason = board.Board.Run(() =>
        {
            new NanoApi.Thread(() => Power.RebootDevice()).Start();
            NanoApi.Thread.Sleep(1);
        });
        Assert.AreEqual(StopReason.Restart, reason);
    }

    [TestMethod]
    public void AnExceptionEndsOnlyItsThread()
    {
        using var board = new TestBoard();
        Exception? failure = null;
        board.Board.ThreadFailed += exception => failure = exception;
        new NanoApi.Thread(() => throw new InvalidOperationException("thread")).Start();
        NanoApi.Thread.Sleep(1);
        Assert.AreEqual("thread", failure?.Message);
    }

    /// <summary>A transfer takes its time, or firmware that polls a chip would give up before the chip has converted.</summary>
    [TestMethod]
    [DataRow(300)]
    [DataRow(5_000)]
    public void InRealTimeWhatIsSpentPasses(int microseconds)
    {
        RealTime time = new(speed: 2);
        long before = time.MonotonicMicroseconds;
        time.Spend(microseconds);
        Assert.IsGreaterThanOrEqualTo(microseconds, time.MonotonicMicroseconds - before);
    }

    [TestMethod]
    public void InRealTimeAThreadIsARealOneAndCarriesItsBoard()
    {
        using var board = new VirtualBoard(new VirtualBoardOptions { Time = new RealTime(speed: 1_000) });
        int starter = System.Environment.CurrentManagedThreadId;
        int runner = starter;
        VirtualBoard? seen = null;
        board.Run(() =>
        {
            var thread = new NanoApi.Thread(() =>
            {
                runner = System.Environment.CurrentManagedThreadId;
                seen = VirtualBoard.Current;
            });
            thread.Start();
            thread.Join();
        });
        Assert.AreNotEqual(starter, runner);
        Assert.AreSame(board, seen);
    }

    [TestMethod]
    public void InRealTimeAPowerOffFromOutsideEndsTheFirmware()
    {
        using var board = new VirtualBoard(new VirtualBoardOptions { Time = new RealTime(speed: 1_000) });
        StopReason reason = board.Run(() =>
        {
            new NanoApi.Thread(board.PowerOff).Start();
            NanoApi.Thread.Sleep(-1);
        });
        Assert.AreEqual(StopReason.PowerOff, reason);
    }

    [TestMethod]
    public void WithoutABoardTheMessageSaysWhatToDo()
    {
        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => NanoApi.Environment.TickCount64);
        StringAssert.Contains(failure.Message, "board.Enter()");
    }

    private static I2cDevice AttachIna219(TestBoard board)
    {
        board.Board.I2c(1).Attach(0x40, new Ina219Chip(board.Time));
        return I2cDevice.Create(new I2cConnectionSettings(1, 0x40));
    }
}
