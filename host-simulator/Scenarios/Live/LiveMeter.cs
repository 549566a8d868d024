// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>
/// One virtual board in real time, with its home around it. The unmodified Program.Main runs on a thread of its own and is started again after each restart,
/// as a device would be, until <see cref="RequestEnd"/>.
/// </summary>
public sealed class LiveMeter : IDisposable
{
    private const int SupplyPollMilliseconds = 10;
    private const string CancelLine = "\u0003";
    private readonly TypedSerial _serial;
    private readonly VirtualBoard _board;
    private readonly Thread _thread;
    private readonly FaultInjector _faults;
    private volatile bool _isEnding;

    /// <summary>Installs the meter; <see cref="Start"/> switches it on.</summary>
    /// <param name="options">What it is built from.</param>
    public LiveMeter(LiveMeterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _serial = new TypedSerial(options.Serial);
        _board = new VirtualBoard(new VirtualBoardOptions
        {
            Time = options.Time,
            FlashFile = options.FlashFile,
            Serial = _serial,
            Broker = options.Broker,
        });
        MeterInstallation.Configure(_board, options.Configuration);
        Complaints = new ComplaintList();
        Configuration = ConfigurationParser.Parse(options.Configuration, Complaints);
        Home = MeterInstallation.Build(_board, options.Profile, Configuration, new HomeOptions
        {
            Battery = new BatteryOptions { InitialStateOfCharge = options.StateOfChargePermille / 1000.0 },
        });
        _faults = new FaultInjector(_board, options.Faults);
        _thread = new Thread(RunFirmware) { Name = "firmware", IsBackground = true };
    }

    /// <summary>The configuration in a host file that holds a board's flash; null when there is none.</summary>
    /// <exception cref="System.IO.IOException">It cannot be read, or another process has it open.</exception>
    public static byte[]? ConfigurationIn(string flashFile)
    {
        using VirtualBoard board = new(new VirtualBoardOptions { Time = new LogicalTime(0), FlashFile = flashFile });
        return MeterInstallation.ConfigurationOf(board);
    }

    /// <summary>The configuration the board reads.</summary>
    public DeviceConfiguration Configuration { get; }

    /// <summary>What is wrong in the configuration.</summary>
    public ComplaintList Complaints { get; }

    /// <summary>The home.</summary>
    public HomeModel Home { get; }

    /// <summary>Where a terminal program reaches the console.</summary>
    public string ConsoleName => _serial.Name;

    /// <summary>The time the board lives in.</summary>
    public IBoardTime Time => _board.Time;

    /// <summary>Whether the board runs; false while it is about to restart.</summary>
    public bool IsRunning => _board.StopReason == StopReason.None;

    /// <summary>Starts of the firmware, the first included.</summary>
    public int StartCount { get; private set; }

    /// <summary>The exception that ended the firmware's thread, which is a fault of this program; null while all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Switches the board on.</summary>
    public void Start() => _thread.Start();

    /// <summary>The faults that are switched on and off.</summary>
    public FaultInjector Faults => _faults;

    /// <summary>Lets the home's time pass up to now, and moves the fault switches that are due. To be called often, from one thread.</summary>
    public void AdvanceHome()
    {
        Home.AdvanceTo(_board.Time.MonotonicMicroseconds);
        _faults.AdvanceTo(_board.Time.UtcMicroseconds);
    }

    /// <summary>Ends the meter as a technician does: types "reboot", so that the firmware saves and takes its leave, and does not switch it on again.</summary>
    public void RequestEnd()
    {
        _isEnding = true;
        _serial.Type(CancelLine + "reboot\r");
    }

    /// <summary>Waits for the firmware to end.</summary>
    /// <returns>False when it still runs after the time.</returns>
    public bool WaitForEnd(TimeSpan patience) => _thread.Join(patience);

    /// <inheritdoc/>
    public void Dispose()
    {
        _board.PowerOff();
        _board.Dispose();
        _serial.Dispose();
    }

    private void RunFirmware()
    {
        try
        {
            for (StopReason reason = RunUntilStop(); reason is StopReason.Restart or StopReason.PowerCut && !_isEnding; reason = RunUntilStop())
            {
                WaitForSupply();
                _board.PowerOn();
            }
        }
        catch (Exception failure)
        {
            Failure = failure;
        }
    }

    private void WaitForSupply()
    {
        while (_board.Time.UtcMicroseconds < _board.SupplyReturnsUtcMicroseconds && !_isEnding)
        {
            Thread.Sleep(SupplyPollMilliseconds);
        }

        _board.SupplyReturnsUtcMicroseconds = 0;
    }

    private StopReason RunUntilStop()
    {
        StartCount++;
        try
        {
            using BoardScope scope = _board.Enter();
            Program.Main();
            return StopReason.PowerOff;
        }
        catch (BoardStoppedException stop)
        {
            return stop.Reason;
        }
    }
}
