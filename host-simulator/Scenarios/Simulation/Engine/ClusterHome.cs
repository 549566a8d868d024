// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>A home as its cluster knows it: what flows in it, and what its meter and the market say to each other.</summary>
internal abstract class ClusterHome
{
    private const long MillijoulesPerMilliwattHour = 3600;
    private const int Whole = 1000;
    private HomeFlows _slotFlows;

    protected ClusterHome(HomePlan plan)
    {
        Plan = plan;
        Profile = new ProfileDay(plan);
    }

    public HomePlan Plan { get; }

    public int Meter => Plan.Meter.Meter;

    /// <summary>The bid for the next slot, when <see cref="HasBid"/>.</summary>
    public Bid Bid { get; } = new();

    public bool HasBid { get; protected set; }

    /// <summary>What truly flowed in the slot that was lived through last.</summary>
    public ref readonly HomeFlows SlotFlows => ref _slotFlows;

    /// <summary>How exactly <see cref="SlotFlows"/> are known, in mJ.</summary>
    public abstract long FlowToleranceMillijoules { get; }

    /// <summary>Energy in the storage in uJ.</summary>
    public abstract long StoredMicrojoules { get; }

    /// <summary>What the registers show.</summary>
    public abstract HomeEnergies Registers { get; }

    /// <summary>What the meter says the registers of the grid connection rose by in the slot that was lived through last.</summary>
    public abstract MeteredEnergy SlotMetered { get; }

    /// <summary>Share of the load in the slot that was lived through last that the market may cut, in mWh.</summary>
    public long InterruptibleMilliwattHours => _slotFlows.Load / MillijoulesPerMilliwattHour * Plan.Meter.InterruptiblePermille / Whole;

    protected ProfileDay Profile { get; }

    protected ref HomeFlows Flows => ref _slotFlows;

    /// <summary>What the home will draw on a day in mWh: the forecast that the reserve is sized by is a perfect one.</summary>
    public long ForecastMilliwattHours(long dayUtcSeconds) => Profile.LoadMillijoules(dayUtcSeconds) / MillijoulesPerMilliwattHour;

    /// <summary>Lives through a slot, at least until the gate of the next one: what it bids then is in <see cref="Bid"/>.</summary>
    public abstract void Run(int slot);

    /// <summary>Has its registers checked against what truly flowed.</summary>
    /// <param name="slot">The slot that was lived through last.</param>
    /// <param name="total">What has flowed since the registers were 0.</param>
    /// <param name="watch">Who checks.</param>
    public abstract void CheckRegisters(int slot, in HomeFlows total, ConservationWatch watch);

    /// <summary>The market's prices arrive.</summary>
    public abstract RefusalReason Take(PriceMessage price, long utcSeconds);

    /// <summary>An award arrives.</summary>
    public abstract RefusalReason Take(Award award);

    /// <summary>The reports that the meter has sent since the last time.</summary>
    public abstract IReadOnlyList<HeldReport> TakeReports();

    /// <summary>Asks the meter for its reports from a sequence on.</summary>
    /// <returns>Those that it sends at once.</returns>
    public abstract IReadOnlyList<HeldReport> Replay(int sequence);

    /// <summary>After the last slot: what is still in the outbox of the meter.</summary>
    /// <param name="afterSlot">The last slot of which the market has settled a report.</param>
    public abstract IReadOnlyList<HeldReport> HandIn(int afterSlot);
}
