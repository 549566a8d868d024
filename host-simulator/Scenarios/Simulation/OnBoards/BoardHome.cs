// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// A home whose meter is a whole one: the unmodified firmware on a virtual board in virtual time, with its faults. The market hears from it what comes over its line,
/// and when it comes: what a board says too late is too late.
/// </summary>
internal sealed class BoardHome : ClusterHome
{
    private const long Micro = 1_000_000;

    // How long the meter has, after the last slot, to hand in what is in its outbox, and how long it is quiet when it is done.
    private const int ClosingSeconds = 3600;
    private const int QuietSeconds = 60;

    private readonly SimulationPlan _simulation;
    private readonly FaultPlan _faults;
    private readonly BoardLine _line;
    private readonly VirtualMeter _meter;
    private readonly BoardWatch _watch;
    private readonly BoardReports _reports;
    private readonly MeasurementWatch _measurement;
    private HomeFlows _total;
    private MeasurementState _opening;
    private MeasurementState _state;
    private HomeEnergies _registers;
    private long _storedMicrojoules;
    private int _bidsLate;

    public BoardHome(HomePlan plan, SimulationPlan simulation, FaultPlan faults)
        : base(plan)
    {
        _simulation = simulation;
        _faults = faults;
        long start = MarketSlot.StartSeconds(simulation.FirstSlot - 1, simulation.SlotSeconds);
        _line = new BoardLine(plan.Meter.Cluster, Meter, start);
        _meter = new VirtualMeter(plan.Meter, new SteppedProfile(Profile), _line.Broker, start, simulation.SlotSeconds);
        _watch = new BoardWatch(_meter);
        _measurement = new MeasurementWatch(_meter);
        _reports = new BoardReports(simulation.FirstSlot, simulation.Slots);
        _storedMicrojoules = Stored(_meter.HomeAt(start * Micro));
    }

    // Powers are real numbers here: what is lost in a slot by rounding is far below 10 mJ, or 3 nWh.
    public override long FlowToleranceMillijoules => 10;

    public override long StoredMicrojoules => _storedMicrojoules;

    public override HomeEnergies Registers => _registers;

    public override MeteredEnergy SlotMetered => _reports.SlotMetered;

    /// <summary>What became of it.</summary>
    public BoardOutcome Outcome
    {
        get
        {
            FaultEnergies faults = (_state - _opening).Faults;
            return new BoardOutcome
            {
                Faults = string.Join("; ", _faults.Faults),
                Starts = _watch.Starts,
                OffSeconds = _watch.OffSeconds,
                AloneSeconds = _watch.AloneSeconds,
                BidsLate = _bidsLate,
                ReportsLate = _reports.Late,
                ReportsMissing = _reports.Missing,
                NotMeasuredMilliwattHours = faults.NotMeasured.SumMilliwattHours,
                NotSavedMilliwattHours = faults.NotSaved.SumMilliwattHours,
                MisreadMilliwattHours = faults.Misread.SumMilliwattHours,
            };
        }
    }

    public override void Run(int slot)
    {
        RunUntil((EndOf(slot) - _simulation.GateSeconds) * Micro);
        HasBid = false;

        // One that was taken may come again: it leaves the outbox only when the board knows that it arrived.
        foreach (Bid bid in _line.TakeBids())
        {
            bool isOpen = bid.Slot == slot + 1;
            _bidsLate += !isOpen && bid.Sequence > Bid.Sequence ? 1 : 0;
            if (isOpen)
            {
                Copies.Write(bid, Bid);
                HasBid = true;
            }
        }
    }

    /// <summary>Lives through the rest of a slot, with its awards for the next one, and reports.</summary>
    public void Finish(int slot)
    {
        long end = EndOf(slot);
        RunUntil(end * Micro);
        HomeModel home = _meter.HomeAt(end * Micro);
        HomeFlows total = HomeFlows.Of(home.Energy);
        Flows = total.Since(_total);
        _total = total;
        _storedMicrojoules = Stored(home);
        RunUntil((end * Micro) + 1);
        ReadMeter(slot);
        RunUntil((end + BoardReports.InTimeSeconds) * Micro);
        _reports.Take(_line.TakeReports(), slot);
        if (slot < _simulation.FirstSlot)
        {
            _opening = _state;
            _meter.InjectFaults(_faults);
        }
    }

    public override void CheckRegisters(int slot, in HomeFlows total, ConservationWatch watch)
    {
        long hours = (slot + 2 - _simulation.FirstSlot) * (long)_simulation.SlotSeconds / 3600;
        watch.CheckMeter(slot, _state, _registers, (hours + 1) * ResolutionMilliwatts);
        watch.CheckReports(slot, _reports.Falls);
    }

    public override RefusalReason Take(PriceMessage price, long utcSeconds)
    {
        _line.Say(price);
        return RefusalReason.Taken;
    }

    public override RefusalReason Take(Award award)
    {
        _line.Say(award);
        return RefusalReason.Taken;
    }

    public override IReadOnlyList<HeldReport> TakeReports() => _reports.TakeAll();

    public override IReadOnlyList<HeldReport> Replay(int sequence)
    {
        _line.AskForReplay(sequence);
        return [];
    }

    public override IReadOnlyList<HeldReport> HandIn(int afterSlot)
    {
        int last = _simulation.FirstSlot + _simulation.Slots - 1;
        long now = EndOf(last) + BoardReports.InTimeSeconds, limit = now + ClosingSeconds;
        bool isQuiet = false;
        while (now < limit && !(isQuiet && _reports.Has(last)))
        {
            now += QuietSeconds;
            RunUntil(now * Micro);
            HeldReport[] heard = _line.TakeReports().Where(report => report.Slot <= last).ToArray();
            _reports.Take(heard, int.MaxValue);
            isQuiet = heard.Length == 0;
        }

        _meter.Dispose();
        _line.Dispose();
        return _reports.TakeAll().Where(report => report.Slot > afterSlot).OrderBy(report => report.Slot).ToList();
    }

    private static long Stored(HomeModel home) => (long)Math.Round(home.Battery.StoredJoules * Micro);

    // Half a step of the INA219 at the grid connection, 5 uV over its shunt; the shunts of the others are no smaller.
    private int ResolutionMilliwatts => (int)(5_000_000 * MeterScaling.BusVolts / MeterScaling.ShuntMicroohms(Plan.Meter.MostGridWatts) / 1000) + 1;

    private long EndOf(int slot) => MarketSlot.StartSeconds(slot + 1, _simulation.SlotSeconds);

    private void RunUntil(long utcMicroseconds)
    {
        for (long next = _meter.NextUtcMicroseconds; next < utcMicroseconds; next = _meter.NextUtcMicroseconds)
        {
            _line.AdvanceTo(next);
            _meter.Run();
            _line.AdvanceTo(next);
        }
    }

    // Of a firmware that is off, or has only just started, all that flowed since it sampled last is not measured.
    private void ReadMeter(int slot)
    {
        _state = _measurement.Now;
        _measurement.Keep(slot, slot);
        if (_meter.Firmware is null or { Sampler.SampleCount: 0 })
        {
            HomeEnergies missed = _total.Energies - _state.True;
            _state = new MeasurementState(_state.True + missed, _state.Faults with { NotMeasured = _state.Faults.NotMeasured + missed });
        }

        _registers = _watch.Registers;
    }
}
