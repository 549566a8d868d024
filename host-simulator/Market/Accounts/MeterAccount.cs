// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>Judges a report: slots rise, registers do not fall.</summary>
    internal RefusalReason Judge(int slot, MeteredEnergy registers)
    {
        if (slot <= ReportedSlot)
        {
            return slot == ReportedSlot ? RefusalReason.Repeated : RefusalReason.FromPast;
        }

        bool falls = registers.ImportMilliwattHours < Registers.ImportMilliwattHours || registers.ExportMilliwattHours < Registers.ExportMilliwattHours;
        return falls ? RefusalReason.WouldFall : RefusalReason.Taken;
    }

    /// <summary>Keeps a report and gives what was metered and held since the one before; the first report only opens the registers.</summary>
    /// <returns>The settlement, or null for the first report.</returns>
    internal MeterSettlement? Report(int slot, MeteredEnergy registers, TariffPrices prices)
    {
        MeterSettlement? settlement = null;
        if (ReportedSlot is int before)
        {
            MeteredEnergy rise = new(
                registers.ImportMilliwattHours - Registers.ImportMilliwattHours,
                registers.ExportMilliwattHours - Registers.ExportMilliwattHours);
            settlement = MeterSettlement.Of(Meter, before, slot, rise, TakePositions(slot), prices);
            Rate(settlement);
        }

        ReportedSlot = slot;
        Registers = registers;
        return settlement;
    }

    private Position TakePositions(int slot)
    {
        Position sum = default;
        foreach (int open in _openPositions.Keys.TakeWhile(open => open <= slot).ToArray())
        {
            sum += _openPositions[open];
            _openPositions.Remove(open);
        }

        return sum;
    }

    private void Rate(MeterSettlement settlement)
    {
        long sold = settlement.Position.SoldMilliwattHours;
        _settledSaleMilliwattHours += sold;
        _deliveredSaleMilliwattHours += Math.Min(sold, settlement.Metered.ExportMilliwattHours);
    }
}
