// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>
/// One meter trades with a market for days in virtual time while a fault of any kind hits its board every hour. At the end every slot report and bid must have arrived, and
/// as one.
/// </summary>
public sealed class SoakScenario : IDisposable
{
    private const string Cluster = "soak";
    private const int MeterNumber = 1;
    private const int PvPeakWatts = 5_000;
    private const long Micro = 1_000_000;
    private const int SecondsPerDay = 86_400;

    // 2025-06-01T00:00:00Z, and the time after the last fault in which everything has to arrive.
    private const long StartUtcSeconds = 1_748_736_000;
    private const int ClosingSeconds = 7_200;

    private const long CyclesPerBlock = 100_000;
    private const int SlotsADay = SecondsPerDay / MarketSlot.DefaultSeconds;

    // More than one slot in ten without a report is no longer what clock and supply can explain.
    private const int MostLeftOutShare = 10;

    private readonly SoakSettings _settings;
    private readonly List<string> _violations = [];
    private readonly VirtualMeter _meter;
    private readonly Aggregator _aggregator;
    private readonly ReportWatch _reports;
    private readonly ReadingWatch _readings;
    private readonly RecoveryWatch _recovery;
    private readonly MeasurementWatch _measurement;
    private readonly FleetClock _clock;
    private readonly long _endUtcSeconds;
    private HomeEnergies _registers;
    private int _starts;
    private int _faults;

    /// <summary>Installs everything and stops before the first second.</summary>
    public SoakScenario(SoakSettings settings)
        : this(settings, null)
    {
    }

    /// <summary>The same with faults of one's own.</summary>
    /// <param name="settings">What to run.</param>
    /// <param name="plan">The faults, or null for those drawn from the seed.</param>
    public SoakScenario(SoakSettings settings, FaultPlan? plan)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Days, 1);
        _settings = settings;
        _endUtcSeconds = StartUtcSeconds + ((long)settings.Days * SecondsPerDay);
        NowUtcSeconds = StartUtcSeconds;
        InProcessBroker broker = new();
        broker.AdvanceTo(StartUtcSeconds * 1000);
        _reports = new ReportWatch(broker, Cluster, MeterNumber, _violations, () => _meter!.Board.Flash.RefusesChanges);
        _aggregator = new Aggregator(broker, new AggregatorSettings(Cluster, StandardTariff.Create(), new PayAsAskRule()));
        _meter = new VirtualMeter(
            Specification(), new SyntheticHomeProfile((ulong)settings.Seed, PvPeakWatts), broker, StartUtcSeconds, MarketSlot.DefaultSeconds);
        FaultInjector faults = _meter.InjectFaults(plan ?? SoakFaults.Of(settings, StartUtcSeconds));
        faults.Switched += (fault, isOn) => _faults += isOn && !SoakFaults.IsBreak(fault) ? 1 : 0;
        _readings = new ReadingWatch(broker, Cluster, _meter, _violations);
        _recovery = new RecoveryWatch(_meter, faults);
        _measurement = new MeasurementWatch(_meter);
        _clock = new FleetClock(broker, new SimulatedMarket(_aggregator, StartUtcSeconds), [_meter]);
        _meter.Started += () => _starts++;
        _meter.Stepped += CheckRegisters;
        _meter.Stopped += _ => _registers = default;
    }

    /// <summary>Where virtual time stands, UTC seconds.</summary>
    public long NowUtcSeconds { get; private set; }

    /// <summary>How much is done, 0 to 1.</summary>
    public double Progress => (double)(NowUtcSeconds - StartUtcSeconds) / (_endUtcSeconds + ClosingSeconds - StartUtcSeconds);

    /// <summary>Whether there is nothing left to run.</summary>
    public bool IsFinished => NowUtcSeconds >= _endUtcSeconds + ClosingSeconds;

    /// <summary>Runs on for a time, at most to the end.</summary>
    public void Run(int seconds)
    {
        NowUtcSeconds = Math.Min(NowUtcSeconds + seconds, _endUtcSeconds + ClosingSeconds);
        _clock.RunUntil(NowUtcSeconds * Micro);
    }

    /// <summary>What came out.</summary>
    /// <exception cref="InvalidOperationException">It has not finished.</exception>
    public SoakResult Result()
    {
        if (!IsFinished)
        {
            throw new InvalidOperationException("The soak has not finished.");
        }

        _reports.Close(MarketSlot.Of(StartUtcSeconds, MarketSlot.DefaultSeconds), MarketSlot.Of(NowUtcSeconds, MarketSlot.DefaultSeconds) - 2);
        _readings.Close(_starts);
        Require(_reports.LeftOut * MostLeftOutShare <= _settings.Days * SlotsADay, $"{_reports.LeftOut} slots left out");
        Require(_meter.Firmware is { Outbox.Depth: 0, Readings.Depth: 0 }, "messages still wait in the outbox");
        IReadOnlyList<SoakRecovery> recoveries = _recovery.Recoveries;
        foreach (SoakRecovery late in recoveries.Where(recovery => !recovery.Holds))
        {
            _violations.Add($"after {late.Fault}: back on air only after {late.WorstMilliseconds} ms");
        }

        Require(recoveries[^1].MedianMilliseconds <= SoakResult.MostMedianMilliseconds, $"median of the recoveries {recoveries[^1].MedianMilliseconds} ms");
        int period = _meter.Meter.SamplingPeriodMilliseconds;
        Require(_recovery.WorstLatenessMilliseconds <= period, $"a sample was {_recovery.WorstLatenessMilliseconds} ms late");
        return new SoakResult
        {
            Settings = _settings,
            Faults = _faults,
            Starts = _starts,
            Reports = _reports.Reports,
            Bids = _reports.Bids,
            Replays = _reports.Replays,
            Lost = _reports.Lost,
            Doubled = _reports.Doubled,
            Reused = _reports.Reused,
            LeftOut = _reports.LeftOut,
            ReadingsMade = _readings.Made,
            Readings = _readings.Arrived,
            ReadingReplays = _readings.Replays,
            ReadingsGivenWay = _readings.GaveWay,
            Energies = CheckTruth(),
            Recoveries = recoveries,
            WorstLatenessMilliseconds = _recovery.WorstLatenessMilliseconds,
            SamplingPeriodMilliseconds = period,
            FlashYears = FlashYears(),
            Violations = _violations,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _meter.Dispose();
        _aggregator.Dispose();
        _reports.Dispose();
        _readings.Dispose();
    }

    private static MeterSpecification Specification() => new()
    {
        Meter = MeterNumber,
        Home = "soak",
        Cluster = Cluster,
        PvPeakWatts = PvPeakWatts,
        StorageWattHours = 8_000,
        StorageWatts = 3_000,
        CostMicrosPerKilowattHour = 50_000,
        SellAbovePermille = 500,
    };

    private void CheckRegisters()
    {
        HomeEnergies registers = HomeEnergies.Of(_meter.Firmware!.Registers);
        Require((registers - _registers).LowestMilliwattHours >= 0, $"a register fell: {_registers}, then {registers}");
        _registers = registers;
    }

    private MeasurementState CheckTruth()
    {
        MeasurementState state = _measurement.Now;
        double error = state.WorstErrorPermille(HomeEnergies.Of(_meter.Firmware!.Registers));
        Require(
            error <= BalanceChecks.AllowedErrorPermille,
            string.Create(CultureInfo.InvariantCulture, $"the registers are off by {error:0.00} per mille from {state.Measurable}"));
        return state;
    }

    private double FlashYears()
    {
        FlashWear wear = _meter.Flash.Wear;
        double erasesADay = (double)wear.ErasedBlocks / _settings.Days;
        return _meter.Flash.CapacityBytes / FlashWear.BlockBytes * CyclesPerBlock / (erasesADay * 365.25);
    }

    private void Require(bool holds, string violation)
    {
        if (!holds)
        {
            _violations.Add(violation);
        }
    }
}
