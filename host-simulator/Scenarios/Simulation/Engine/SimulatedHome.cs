// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// A home with the very decision code of the firmware, but without a board: powers go to the controller as they are, without sensors. A step ends where something
/// changes (the profile, the storage full, empty or at X_d, the awarded energy past the meter) at a whole second, because the firmware samples once a second.
/// </summary>
internal sealed class SimulatedHome : ClusterHome
{
    private const long MillijoulesPerMilliwattHour = 3600;
    private const int LeastLeadSeconds = 10;
    private const int SpreadSeconds = 16;
    private const int Whole = 1000;

    // Homes of a simulation are friendly and do not learn, as fielded meters: one empty table serves all.
    private static readonly QTable s_friendly = new();

    private readonly RegisterBank _registers = new();
    private readonly TradingController _controller;
    private readonly int _buyBelowPermille;
    private readonly int _interruptiblePermille;
    private readonly int _decisionSeconds;
    private readonly int _slotSeconds;
    private readonly SlotReport _report = new();
    private readonly HeldReport[] _said = new HeldReport[1];
    private readonly ReportMemory? _memory;
    private SimulatedBattery _battery;
    private MeteredEnergy _meteredBefore;
    private long _now;
    private EnergyRegister? _watched;
    private long _until;
    private int _awardedSlot = -1;
    private int _awardedMilliwattHours;
    private TradeSide _awardedSide;

    public SimulatedHome(HomePlan plan, SimulationPlan simulation)
        : base(plan)
    {
        _memory = simulation.Faults is null ? null : new ReportMemory();
        _battery = new SimulatedBattery(plan);
        _slotSeconds = simulation.SlotSeconds;
        _controller = new TradingController(Settings(plan, simulation.SlotSeconds), _registers, s_friendly);
        _buyBelowPermille = plan.Meter.BuyBelowPermille;
        _interruptiblePermille = plan.Meter.InterruptiblePermille;

        // When the firmware decides: shortly before the gate, the meters of a cluster spread over some seconds.
        _decisionSeconds = _slotSeconds - simulation.GateSeconds - LeastLeadSeconds - (plan.Meter.Meter % SpreadSeconds);
        Bid.Meter = _report.Meter = plan.Meter.Meter;
    }

    public override long FlowToleranceMillijoules => 0;

    public override MeteredEnergy SlotMetered => new MeteredEnergy(_report.ImportMilliwattHours, _report.ExportMilliwattHours) - _meteredBefore;

    public override long StoredMicrojoules => _battery.StoredMicrojoules;

    public override HomeEnergies Registers => HomeEnergies.Of(_registers);

    /// <summary>Lives through a slot: obeys its award, decides for the next one, and reports.</summary>
    public override void Run(int slot)
    {
        long start = MarketSlot.StartSeconds(slot, _slotSeconds);
        _now = start;
        Flows = default;
        _meteredBefore = new MeteredEnergy(_report.ImportMilliwattHours, _report.ExportMilliwattHours);
        _controller.Tick(start);
        _controller.StartSlot(slot);
        Watch(slot);
        RunUntil(start + Math.Max(_decisionSeconds, 1));
        HasBid = _controller.DecideBid(slot + 1, Bid);
        Bid.Sequence += HasBid ? 1 : 0;
        RunUntil(start + _slotSeconds);
        _controller.EndSlot(slot, _report);
        _report.Sequence++;
        _said[0] = Copies.Of(_report, _now);
        _memory?.Add(_said[0]);
    }

    public override void CheckRegisters(int slot, in HomeFlows total, ConservationWatch watch) => watch.CheckRegisters(slot, total, Registers);

    public override IReadOnlyList<HeldReport> TakeReports() => _said;

    public override IReadOnlyList<HeldReport> Replay(int sequence) => _memory?.From(sequence) ?? [];

    public override IReadOnlyList<HeldReport> HandIn(int afterSlot) => _memory?.After(afterSlot) ?? TakeReports();

    public override RefusalReason Take(PriceMessage price, long utcSeconds) => _controller.OnPrice(price, utcSeconds);

    public override RefusalReason Take(Award award)
    {
        RefusalReason reason = _controller.OnAward(award);
        if (reason == RefusalReason.Taken && award.Slot >= _awardedSlot)
        {
            (_awardedSlot, _awardedMilliwattHours, _awardedSide) = (award.Slot, award.EnergyMilliwattHours, award.Side);
        }

        return reason;
    }

    private static TradingSettings Settings(HomePlan plan, int slotSeconds)
    {
        MeterSpecification meter = plan.Meter;
        return new TradingSettings
        {
            SlotSeconds = slotSeconds,
            StorageCapacityMilliwattHours = meter.StorageWattHours * 1000L,
            StorageRatedMilliwatts = meter.StorageWatts * 1000,
            SellAbovePermille = meter.SellAbovePermille,
            BuyBelowPermille = meter.BuyBelowPermille,
            Strategy = meter.Strategy,
            LevelPermille = meter.LevelPermille,
            CostMicrosPerKilowattHour = meter.CostMicrosPerKilowattHour,
            BuyPriceMicrosPerKilowattHour = meter.BuyPriceMicrosPerKilowattHour,
            AloneAfterSeconds = Math.Max(2 * MarketSlot.DefaultSeconds, 2 * slotSeconds),
        };
    }

    // Which register ends the dispatch of this slot, and where; only the length of a step follows from it.
    private void Watch(int slot)
    {
        bool isAwarded = _awardedSlot == slot && _awardedMilliwattHours > 0;
        _watched = !isAwarded ? null : _awardedSide == TradeSide.Sell ? _registers.Export : _registers.Import;
        _until = (_watched?.MilliwattHours ?? 0) + _awardedMilliwattHours;
    }

    private void RunUntil(long end)
    {
        while (_now < end)
        {
            long changes = Profile.At(_now, out int load, out int generation);
            int cut = _controller.CutsInterruptibleLoad ? (int)((long)load * _interruptiblePermille / Whole) : 0;
            load -= cut;
            StorageMode mode = _controller.StorageSetPoint;
            int storage = _battery.Limit(Wanted(mode, load, generation));
            int grid = load - generation + storage;
            int seconds = (int)Math.Min(Math.Min(changes, end) - _now, SecondsAt(mode, storage, grid));
            _battery.Advance(storage, seconds);
            Flows.Add(load, cut, generation, grid, storage, seconds);
            _controller.Sample(grid, generation, storage, _battery.StateOfChargePermille, seconds * 1000);
            _now += seconds;
        }
    }

    private long Wanted(StorageMode mode, int load, int generation) => mode switch
    {
        StorageMode.Charge => _battery.RatedMilliwatts,
        StorageMode.Discharge => -_battery.RatedMilliwatts,
        StorageMode.Idle => 0,
        _ => (long)generation - load,
    };

    private long SecondsAt(StorageMode mode, int storage, int grid)
    {
        long seconds = _battery.SecondsAt(storage);
        if (mode == StorageMode.Discharge && storage < 0)
        {
            seconds = Math.Min(seconds, _battery.SecondsTo(_buyBelowPermille, storage));
        }

        bool passesMeter = mode == StorageMode.Discharge ? grid < 0 : mode == StorageMode.Charge && grid > 0;
        return passesMeter && _watched is not null ? Math.Min(seconds, SecondsToAward(_watched, Math.Abs(grid))) : seconds;
    }

    private long SecondsToAward(EnergyRegister register, int milliwatts)
    {
        long left = ((_until - register.MilliwattHours) * MillijoulesPerMilliwattHour) - (register.RemainderMilliwattMilliseconds / Whole);
        return left <= 0 ? long.MaxValue : ((left - 1) / milliwatts) + 1;
    }
}
