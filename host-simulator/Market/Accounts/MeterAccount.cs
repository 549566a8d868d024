// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>What the market keeps of one meter: money, reputation, open positions, and the registers it last reported.</summary>
public sealed class MeterAccount
{
    private const int FullReputationPermille = 1000;
    private readonly SortedDictionary<int, Position> _openPositions = [];
    private long _settledSaleMilliwattHours;
    private long _deliveredSaleMilliwattHours;

    /// <summary>An account without money.</summary>
    public MeterAccount(int meter) => Meter = meter;

    /// <summary>The meter.</summary>
    public int Meter { get; }

    /// <summary>Balance in micro-units; negative when the meter owes.</summary>
    public long BalanceMicros { get; internal set; }

    /// <summary>Slot of the last settled report, or null before the first one.</summary>
    public int? ReportedSlot { get; private set; }

    /// <summary>Registers of the last settled report.</summary>
    public MeteredEnergy Registers { get; private set; }

    /// <summary>Share of the sold energy that was exported, in per mille; 1000 before the first sale.</summary>
    public int ReputationPermille => _settledSaleMilliwattHours == 0
        ? FullReputationPermille
        : (int)(_deliveredSaleMilliwattHours * FullReputationPermille / _settledSaleMilliwattHours);

    /// <summary>Takes what the meter got in a slot's auction.</summary>
    internal void Open(int slot, Position position) => _openPositions[slot] = position;

    /// <summary>Takes a report: settles what was metered and held since the one before. The first report only opens the registers. A refusal changes nothing.</summary>
    /// <param name="slot">Slot of the report.</param>
    /// <param name="registers">Its register values.</param>
    /// <param name="prices">The operator's prices in that slot.</param>
    /// <param name="settlement">The settlement, still to be posted; null for the first report and when refused.</param>
    internal RefusalReason Take(int slot, MeteredEnergy registers, TariffPrices prices, out MeterSettlement? settlement)
    {
        RefusalReason reason = Judge(slot, registers);
        settlement = reason == RefusalReason.Taken && ReportedSlot is int before
            ? MeterSettlement.Of(Meter, before, slot, registers - Registers, PositionUntil(slot), prices)
            : null;
        if (settlement is not null && !CanBook(settlement))
        {
            settlement = null;
            return RefusalReason.OutOfRange;
        }

        if (reason == RefusalReason.Taken)
        {
            Keep(slot, registers, settlement);
        }

        return reason;
    }

    private RefusalReason Judge(int slot, MeteredEnergy registers)
    {
        if (slot <= ReportedSlot)
        {
            return slot == ReportedSlot ? RefusalReason.Repeated : RefusalReason.FromPast;
        }

        bool falls = registers.ImportMilliwattHours < Registers.ImportMilliwattHours || registers.ExportMilliwattHours < Registers.ExportMilliwattHours;
        return falls ? RefusalReason.WouldFall : RefusalReason.Taken;
    }

    // Registers that jump by more than any home can use would end in amounts that no message can carry.
    private bool CanBook(MeterSettlement settlement) =>
        Math.Abs(settlement.AmountMicros) <= Message.HighestAmountMicros
        && Math.Abs(BalanceMicros + settlement.AmountMicros) <= Message.HighestAmountMicros;

    private void Keep(int slot, MeteredEnergy registers, MeterSettlement? settlement)
    {
        ReportedSlot = slot;
        Registers = registers;
        if (settlement is not null)
        {
            Rate(settlement);
            ClosePositions(slot);
        }
    }

    private Position PositionUntil(int slot) => _openPositions
        .TakeWhile(open => open.Key <= slot)
        .Aggregate(default(Position), (sum, open) => sum + open.Value);

    private void ClosePositions(int slot)
    {
        foreach (int open in _openPositions.Keys.TakeWhile(open => open <= slot).ToArray())
        {
            _openPositions.Remove(open);
        }
    }

    private void Rate(MeterSettlement settlement)
    {
        long sold = settlement.Position.SoldMilliwattHours;
        _settledSaleMilliwattHours += sold;
        _deliveredSaleMilliwattHours += Math.Min(sold, settlement.Metered.ExportMilliwattHours);
    }
}
