// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>What the market keeps of one meter: money, reputation, open positions, the registers it last reported, and what it was told.</summary>
public sealed class MeterAccount
{
    /// <summary>An account without money.</summary>
    public MeterAccount(int meter) => Meter = meter;

    /// <summary>The meter.</summary>
    public int Meter { get; }

    /// <summary>Balance in micro-units; negative when the meter owes.</summary>
    public long BalanceMicros { get; internal set; }

    /// <summary>Slot of the last settled report, or null before the first one.</summary>
    public int? ReportedSlot { get; internal set; }

    /// <summary>Registers of the last settled report.</summary>
    public MeteredEnergy Registers { get; internal set; }

    /// <summary>Share of the sold energy that was exported, in per mille; 1000 before the first sale.</summary>
    public int ReputationPermille => Sales.DeliveredPermille;

    /// <summary>Starts of the meter by its last birth, or null before the first birth.</summary>
    public int? BootCount { get; internal set; }

    /// <summary>Usable storage capacity by its last birth in mWh; 0 without storage or before the first birth.</summary>
    public long StorageCapacityMilliwattHours { get; internal set; }

    /// <summary>The first sequence of its reports that is missing while later ones wait for it; -1 when none is.</summary>
    public int MissingReport => Reports.Missing;

    internal SaleRecord Sales { get; } = new();

    internal OpenPositions Positions { get; } = new();

    internal ReportQueue Reports { get; } = new();

    internal SpokenSequences Spoken { get; } = new();

    /// <summary>Takes what the meter got in a slot's auction.</summary>
    internal void Open(int slot, Position position) => Positions.Open(slot, position);

    /// <summary>Takes a birth.</summary>
    /// <returns>False when it says nothing new.</returns>
    internal bool Take(Birth birth)
    {
        bool isNew = birth.BootCount != BootCount || birth.StorageCapacityMilliwattHours != StorageCapacityMilliwattHours;
        if (birth.BootCount < BootCount)
        {
            BeginAnew();
        }

        BootCount = birth.BootCount;
        StorageCapacityMilliwattHours = birth.StorageCapacityMilliwattHours;
        return isNew;
    }

    /// <summary>Takes a report into the queue, from which <see cref="TrySettle"/> settles it when its turn has come. A refusal changes nothing.</summary>
    internal RefusalReason Take(HeldReport report)
    {
        RefusalReason reason = Reports.Holds(report.Slot) ? RefusalReason.Repeated : Judge(report);
        if (reason == RefusalReason.WouldFall && Reports.HasPassed(report))
        {
            // Sequences never fall either: the meter has lost both.
            BeginAnew();
            reason = RefusalReason.Taken;
        }

        if (reason == RefusalReason.Taken)
        {
            Reports.Add(report);
        }

        return reason;
    }

    // The flash is new: sequences and registers begin again, and the next report opens them. What is held stays held.
    private void BeginAnew()
    {
        Reports.Restart();
        ReportedSlot = null;
    }

    /// <summary>Settles the next report whose turn it is: what was metered and held since the one before. The first one only opens the registers.</summary>
    /// <param name="utcSeconds">The time.</param>
    /// <param name="pricesOf">The operator's prices in a slot.</param>
    /// <param name="outcome">What became of it.</param>
    /// <returns>False when no report's turn has come.</returns>
    internal bool TrySettle(long utcSeconds, Func<int, TariffPrices> pricesOf, out ReportOutcome outcome)
    {
        bool isDue = Reports.TryTake(utcSeconds, out HeldReport report);
        outcome = isDue ? Settle(report, pricesOf(report.Slot)) : default;
        return isDue;
    }

    private ReportOutcome Settle(HeldReport report, TariffPrices prices)
    {
        RefusalReason reason = Judge(report);
        MeterSettlement? settlement = reason == RefusalReason.Taken && ReportedSlot is int before
            ? MeterSettlement.Of(Meter, before, report.Slot, report.Registers - Registers, Positions.Until(report.Slot), prices)
            : null;
        if (settlement is not null && !CanBook(settlement))
        {
            return new ReportOutcome(report, RefusalReason.OutOfRange, null);
        }

        if (reason == RefusalReason.Taken)
        {
            Keep(report, settlement);
        }

        return new ReportOutcome(report, reason, settlement);
    }

    private RefusalReason Judge(HeldReport report) =>
        report.Slot == ReportedSlot ? RefusalReason.Repeated
        : report.Slot < ReportedSlot ? RefusalReason.FromPast
        : ReportedSlot is not null && report.Registers.IsBelow(Registers) ? RefusalReason.WouldFall
        : RefusalReason.Taken;

    // Registers that jump by more than any home can use would end in amounts that no message can carry.
    private bool CanBook(MeterSettlement settlement) =>
        Math.Abs(settlement.AmountMicros) <= Message.HighestAmountMicros
        && Math.Abs(BalanceMicros + settlement.AmountMicros) <= Message.HighestAmountMicros;

    private void Keep(HeldReport report, MeterSettlement? settlement)
    {
        ReportedSlot = report.Slot;
        Registers = report.Registers;
        if (settlement is not null)
        {
            Sales.Count(settlement);
            Positions.Close(report.Slot);
        }
    }
}
