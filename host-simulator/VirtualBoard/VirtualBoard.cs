// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using nanoFramework.Hardware.Esp32;
using nanoFramework.M2Mqtt;
using nanoFramework.Networking;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Boards.Serial;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Boards;

/// <summary>
/// An ESP32 board on the desktop. The classes in NanoApi carry the names of the nanoFramework API and end here, in the board that
/// <see cref="Enter"/> put on the calling thread.
/// </summary>
/// <remarks>
/// A restart or a power cut leaves the firmware by <see cref="BoardStoppedException"/>. <see cref="PowerOn"/> makes the board ready for the next
/// start: RAM and GPIO are new, flash keeps its files; chips and clock keep their state across a restart and lose it with the supply.
/// Static fields of the firmware are not RAM of one board: firmware that runs here must not keep state in them.
/// </remarks>
public sealed partial class VirtualBoard : IDisposable
{
    // One slot per thread instead of an AsyncLocal: entering a board once a step must not allocate. Threads of the firmware carry their board along.
    [ThreadStatic]
    private static VirtualBoard? s_current;

    // The start a thread of the firmware belongs to; 0 on other threads. A thread must not live on in the next start.
    [ThreadStatic]
    private static int s_threadBootCount;

    private readonly I2cBus[] _i2cBuses;
    private readonly VirtualUart[] _uarts;

    /// <summary>Builds a board and switches it on.</summary>
    public VirtualBoard(VirtualBoardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Time = options.Time;
        Clock = new BoardClock(Time);
        Gpio = new VirtualGpio();
        Pins = new PinFunctions();
        Flash = new VirtualFlash(this, options.FlashFile, options.FlashBytes);
        Broker = options.Broker;
        Wifi = new VirtualWifi(this, options.Network ?? new VirtualNetwork());
        _uarts = [new VirtualUart(this), new VirtualUart(this), new VirtualUart(this)];
        _uarts[1].Endpoint = options.Serial;
        _i2cBuses = [new I2cBus(this), new I2cBus(this)];
    }

    /// <summary>Raised when a thread of the firmware died of an exception, which a device would not tell.</summary>
    public event Action<Exception>? ThreadFailed;

    /// <summary>Raised when the board stops, on whatever thread stopped it: its sockets are gone, and nobody is told.</summary>
    internal event Action? Stopped;

    /// <summary>The board this thread's firmware runs on.</summary>
    /// <exception cref="InvalidOperationException">The thread has not entered a board.</exception>
    public static VirtualBoard Current => s_current
        ?? throw new InvalidOperationException("No virtual board on this thread: call the firmware inside `using (board.Enter())`.");

    /// <summary>The time the board lives in.</summary>
    public IBoardTime Time { get; }

    /// <summary>The board's own clock.</summary>
    public BoardClock Clock { get; }

    /// <summary>The pins.</summary>
    public VirtualGpio Gpio { get; }

    /// <summary>Which peripheral uses which pin.</summary>
    public PinFunctions Pins { get; }

    /// <summary>The drive I:.</summary>
    public VirtualFlash Flash { get; }

    /// <summary>The Wi-Fi station, and through it the network.</summary>
    public VirtualWifi Wifi { get; }

    /// <summary>Fault switches of the MQTT library.</summary>
    public MqttFaults MqttFaults { get; } = new();

    /// <summary>The broker that MQTT clients of the firmware find, or null.</summary>
    public IMqttBroker? Broker { get; }

    /// <summary>Why the firmware stopped, or <see cref="StopReason.None"/> while it runs.</summary>
    public StopReason StopReason
    {
        get;
        private set
        {
            field = value;
            if (value != StopReason.None)
            {
                Stopped?.Invoke();
            }
        }
    }

    /// <summary>When to switch the board off, in <see cref="IBoardTime.MonotonicMicroseconds"/>; a firmware that only sleeps would never end in virtual time.</summary>
    public long PowerOffAtMicroseconds { get; set; } = long.MaxValue;

    /// <summary>When the board was last switched on, in <see cref="IBoardTime.MonotonicMicroseconds"/>.</summary>
    public long BootMicroseconds { get; private set; }

    /// <summary>How often the board has started since it was built, the first start included.</summary>
    public int BootCount { get; private set; } = 1;

    /// <summary>Whether a broker has accepted a session of the board and packets get through: what the world sees, not what the firmware believes.</summary>
    public bool IsOnAir => Connections.Exists(connection => connection.IsOnAir);

    internal List<BoardConnection> Connections { get; } = [];

    internal NetworkHelperStatus NetworkHelperStatus { get; set; }

    /// <summary>Puts this board on the calling thread until the scope is disposed.</summary>
    public BoardScope Enter()
    {
        var scope = new BoardScope(s_current);
        s_current = this;
        return scope;
    }

    /// <summary>An I2C bus of the board.</summary>
    /// <param name="busId">1 or 2, as in I2cConnectionSettings.</param>
    /// <exception cref="ArgumentException">The ESP32 has no such bus.</exception>
    public I2cBus I2c(int busId)
    {
        return busId is 1 or 2
            ? _i2cBuses[busId - 1]
            : throw new ArgumentException($"An ESP32 has the I2C buses 1 and 2, not {busId}.", nameof(busId));
    }

    /// <summary>A serial port of the board.</summary>
    /// <param name="number">1 to 3 for COM1 to COM3.</param>
    /// <exception cref="ArgumentException">The ESP32 has no such port.</exception>
    public VirtualUart Uart(int number)
    {
        return number is >= 1 and <= 3
            ? _uarts[number - 1]
            : throw new ArgumentException($"An ESP32 has COM1 to COM3, not COM{number}.", nameof(number));
    }

    /// <summary>Runs a firmware until it returns or the board stops.</summary>
    /// <returns>Why the board stopped, or <see cref="StopReason.None"/> when the firmware returned.</returns>
    public StopReason Run(Action firmware)
    {
        using BoardScope scope = Enter();
        try
        {
            firmware();
        }
        catch (BoardStoppedException) when (StopReason != StopReason.None)
        {
            // StopReason tells it.
        }

        return StopReason;
    }

    /// <summary>Switches the board on again after it stopped.</summary>
    /// <exception cref="InvalidOperationException">It runs.</exception>
    public void PowerOn()
    {
        if (StopReason == StopReason.None)
        {
            throw new InvalidOperationException("The board is on. Stop it first.");
        }

        if (StopReason is StopReason.PowerCut or StopReason.PowerOff)
        {
            LoseSupply();
        }

        Gpio.Reset();
        DrivePowerGood(true);
        Pins.Reset();
        Wifi.Reset();
        Array.ForEach(_uarts, uart => uart.Reset());
        NetworkHelperStatus = NetworkHelperStatus.None;
        StopReason = StopReason.None;
        BootMicroseconds = Time.MonotonicMicroseconds;
        BootCount++;
    }

    /// <summary>Stops the board and leaves the firmware.</summary>
    /// <exception cref="BoardStoppedException">Always.</exception>
    public void Stop(StopReason reason)
    {
        StopReason = reason;
        throw new BoardStoppedException(reason);
    }

    /// <summary>The firmware waits.</summary>
    /// <param name="milliseconds">How long; -1 waits for ever.</param>
    /// <exception cref="BoardStoppedException">The board stopped before or meanwhile.</exception>
    public void Sleep(int milliseconds)
    {
        if (milliseconds < 0)
        {
            SleepForEver();
        }

        SleepMicroseconds(milliseconds * 1000L);
    }

    /// <summary>Leaves the firmware when the board has stopped, or has started again without the calling thread.</summary>
    /// <exception cref="BoardStoppedException">The board has stopped.</exception>
    public void ThrowIfStopped()
    {
        if (StopReason != StopReason.None || (s_threadBootCount != BootCount && s_threadBootCount != 0))
        {
            throw new BoardStoppedException(StopReason);
        }
    }

    /// <summary>Switches the board off and releases what it holds on the host.</summary>
    public void Dispose()
    {
        PowerOff();
        Flash.Dispose();
    }

    internal static void Leave(VirtualBoard? previous)
    {
        s_current = previous;
    }

    internal BoardScope EnterThread()
    {
        s_threadBootCount = BootCount;
        return Enter();
    }

    internal void ReportThreadFailure(Exception failure)
    {
        ThreadFailed?.Invoke(failure);
    }

    internal bool IsI2cPinTaken(int busId)
    {
        return Gpio.IsOpen(Pins[busId == 1 ? DeviceFunction.I2C1_DATA : DeviceFunction.I2C2_DATA])
            || Gpio.IsOpen(Pins[busId == 1 ? DeviceFunction.I2C1_CLOCK : DeviceFunction.I2C2_CLOCK]);
    }

    internal void SleepMicroseconds(long microseconds)
    {
        ThrowIfStopped();
        long left = PowerOffAtMicroseconds - Time.MonotonicMicroseconds;
        Time.Sleep(Math.Max(0, Math.Min(left, microseconds)));
        ThrowIfStopped();
        if (left <= microseconds)
        {
            Stop(StopReason.PowerOff);
        }
    }

    private void SleepForEver()
    {
        while (Time.WaitForOthers())
        {
            SleepMicroseconds(0);
        }

        if (PowerOffAtMicroseconds != long.MaxValue)
        {
            SleepMicroseconds(PowerOffAtMicroseconds - Time.MonotonicMicroseconds);
        }

        Stop(StopReason.Idle);
    }
}
