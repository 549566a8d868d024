// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>A whole meter in virtual time: the unmodified firmware on a virtual board in a home.</summary>
public sealed class VirtualMeter : IDisposable
{
    private const double MilliwattHoursPerJoule = 1e6 / 3.6e6;
    private const double Whole = 1000;
    private const string NameOfBroker = "broker";
    private const int PortOfBroker = 1883;
    private readonly LogicalTime _time;
    private readonly VirtualBoard _board;
    private readonly HomeModel _home;
    private readonly long _startUtcMicroseconds;
    private FaultInjector _faults;
    private ControllerApp? _app;
    private long _nextMicroseconds;

    /// <summary>Installs a meter; its first run starts the firmware.</summary>
    /// <param name="meter">What it is.</param>
    /// <param name="profile">The course of its load and generation.</param>
    /// <param name="broker">Its way to the market.</param>
    /// <param name="startUtcSeconds">When it is switched on, UTC seconds.</param>
    /// <param name="slotSeconds">Length of a slot in s.</param>
    /// <param name="flashFile">Host file that holds the flash; null keeps it in memory.</param>
    public VirtualMeter(MeterSpecification meter, IHomeProfile profile, IMqttBroker broker, long startUtcSeconds, int slotSeconds, string? flashFile = null)
    {
        ArgumentNullException.ThrowIfNull(meter);
        Meter = meter;
        _startUtcMicroseconds = startUtcSeconds * 1_000_000;
        _time = new LogicalTime(startUtcSeconds);
        _board = new VirtualBoard(new VirtualBoardOptions { Time = _time, Broker = broker, FlashFile = flashFile });
        byte[] configuration = Encoding.ASCII.GetBytes(MeterConfiguration.Of(meter, slotSeconds, NameOfBroker, PortOfBroker, hasConsole: false));
        MeterInstallation.Configure(_board, configuration);
        _faults = new FaultInjector(_board, FaultPlan.None);
        Configuration = ConfigurationParser.Parse(configuration, new ComplaintList());
        _home = MeterInstallation.Build(_board, profile, Configuration, OptionsOf(meter));
    }

    /// <summary>The firmware stopped; <see cref="Firmware"/> is still what it was then.</summary>
    public event Action<StopReason>? Stopped;

    /// <summary>The firmware started.</summary>
    public event Action? Started;

    /// <summary>The firmware is about to do what is due.</summary>
    public event Action? Stepping;

    /// <summary>The firmware did what was due.</summary>
    public event Action? Stepped;

    /// <summary>What it is.</summary>
    public MeterSpecification Meter { get; }

    /// <summary>What the firmware makes of its configuration file.</summary>
    public DeviceConfiguration Configuration { get; }

    /// <summary>When it wants to run next, UTC in microseconds.</summary>
    public long NextUtcMicroseconds => Math.Min(_startUtcMicroseconds + _nextMicroseconds, _faults.NextUtcMicroseconds);

    /// <summary>The faults its board meets from now on.</summary>
    public FaultInjector InjectFaults(FaultPlan plan) => _faults = new FaultInjector(_board, plan);

    /// <summary>The firmware's parts; null while none runs.</summary>
    public Meter? Firmware => _app?.Meter;

    /// <summary>The board, for its fault switches.</summary>
    public VirtualBoard Board => _board;

    /// <summary>The board's flash, which survives power cuts.</summary>
    public VirtualFlash Flash => _board.Flash;

    /// <summary>How long the supply stays away after a power cut, in ms.</summary>
    public int SupplyGapMilliseconds { get; set; }

    /// <summary>Where its time stands, UTC in microseconds.</summary>
    public long UtcMicroseconds => _time.UtcMicroseconds;

    /// <summary>When its present step began, UTC in microseconds.</summary>
    public long StepUtcMicroseconds { get; private set; }

    /// <summary>What had truly flowed in the home when the present step began.</summary>
    public HomeEnergies TrueEnergies => new(
        MilliwattHours(_home.Energy.ImportJoules),
        MilliwattHours(_home.Energy.ExportJoules),
        MilliwattHours(_home.Energy.GenerationJoules),
        MilliwattHours(_home.Energy.ChargeJoules),
        MilliwattHours(_home.Energy.DischargeJoules));

    /// <summary>Runs it at that time.</summary>
    public void Run()
    {
        _time.AdvanceTo(NextUtcMicroseconds - _startUtcMicroseconds);
        StepUtcMicroseconds = _time.UtcMicroseconds;
        _home.AdvanceTo(_time.MonotonicMicroseconds);
        _faults.AdvanceTo(_time.UtcMicroseconds);
        if (_time.MonotonicMicroseconds >= _nextMicroseconds && _board.StopReason == StopReason.None)
        {
            _board.Run(RunFirmware);
        }

        if (_board.StopReason != StopReason.None)
        {
            Stop();
        }
    }

    /// <summary>The home at a time that the meter has not passed.</summary>
    public HomeModel HomeAt(long utcMicroseconds)
    {
        _home.AdvanceTo(utcMicroseconds - _startUtcMicroseconds);
        return _home;
    }

    /// <summary>What has truly flowed in the home until a time that the meter has not passed.</summary>
    public HomeEnergies TrueEnergiesAt(long utcMicroseconds)
    {
        HomeAt(utcMicroseconds);
        return TrueEnergies;
    }

    /// <inheritdoc/>
    public void Dispose() => _board.Dispose();

    private static HomeOptions OptionsOf(MeterSpecification meter) => new()
    {
        Battery = new BatteryOptions
        {
            InitialStateOfCharge = meter.StateOfChargePermille / Whole,
            ChargeEfficiency = meter.ChargeEfficiencyPermille / Whole,
            DischargeEfficiency = meter.DischargeEfficiencyPermille / Whole,
        },
        InterruptibleShare = meter.InterruptiblePermille / Whole,
    };

    private void RunFirmware()
    {
        ControllerApp app = _app ?? Start();
        Stepping?.Invoke();
        int wait = app.Step();
        _nextMicroseconds = _time.MonotonicMicroseconds + (wait * 1000L);
        if (_board.StopReason == StopReason.None)
        {
            Stepped?.Invoke();
        }
    }

    private ControllerApp Start()
    {
        _app = Prosumeter.Firmware.Board.Build();
        Started?.Invoke();
        return _app;
    }

    private void Stop()
    {
        StopReason reason = _board.StopReason;
        Stopped?.Invoke(reason);
        _app = null;
        _time.AdvanceTo(reason == StopReason.PowerCut ? SupplyReturnsMicroseconds() : _time.MonotonicMicroseconds);
        _home.AdvanceTo(_time.MonotonicMicroseconds);
        _nextMicroseconds = _time.MonotonicMicroseconds;
        _board.PowerOn();
    }

    private long SupplyReturnsMicroseconds()
    {
        long planned = _board.SupplyReturnsUtcMicroseconds - _startUtcMicroseconds;
        _board.SupplyReturnsUtcMicroseconds = 0;
        return planned > _time.MonotonicMicroseconds ? planned : _time.MonotonicMicroseconds + (SupplyGapMilliseconds * 1000L);
    }

    private static long MilliwattHours(double joules) => (long)Math.Round(joules * MilliwattHoursPerJoule);
}
