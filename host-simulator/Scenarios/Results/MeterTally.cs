// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>
/// What a bystander on the bus sees of one meter. Of its reports those count that the market neither refused nor left aside: the first one opens the registers, each other one
/// was settled.
/// </summary>
/// <param name="firstSlot">First slot of the scenario.</param>
/// <param name="slots">Number of slots.</param>
public sealed class MeterTally(int firstSlot, int slots)
{
    private readonly SortedDictionary<int, ReportedRegisters> _open = [];
    private readonly SortedDictionary<int, long> _awarded = [];
    private ReportedRegisters? _opening;
    private ReportedRegisters? _last;

    // A wrong clock leaves reports of slots that the market does not know; they tell why others are missing.
    private int _refusedFaults;

    /// <summary>Slot of the report that opened the registers; 0 before it.</summary>
    public int OpeningSlot => _opening?.Slot ?? 0;

    /// <summary>Slot of the last report that was settled; 0 before the first.</summary>
    public int ReportedSlot => _last?.Slot ?? 0;

    /// <summary>Registers of that report.</summary>
    public HomeEnergies Registers => _last?.Registers ?? default;

    /// <summary>What the registers rose by from the opening report to the last one that was settled.</summary>
    public HomeEnergies Metered => Registers - (_opening?.Registers ?? default);

    /// <summary>Slots without a settlement of their own that a report before or behind tells of: the supply was away or the clock wrong.</summary>
    public int LeftOutSlots { get; private set; }

    /// <summary>The same at the end of the scenario, where no report is behind. A clock that was ahead has reported the next slot already: then the last one is still open.</summary>
    public int LeftOutAtEndSlots => _last is ReportedRegisters last && (SlotGaps.IsTold(last.Faults, _refusedFaults) || _open.ContainsKey(firstSlot + slots))
        ? Between(last.Slot, firstSlot + slots)
        : 0;

    /// <summary>Energy bought less energy sold in slots that are not settled yet, in mWh.</summary>
    public long UnsettledMilliwattHours => _awarded.Values.Sum();

    /// <summary>Bids answered with an award, a zero one included.</summary>
    public int Bids { get; private set; }

    /// <summary>Awards above zero.</summary>
    public int Trades { get; private set; }

    /// <summary>Energy awarded as a seller in mWh.</summary>
    public long SoldMilliwattHours { get; private set; }

    /// <summary>Energy awarded as a buyer in mWh.</summary>
    public long BoughtMilliwattHours { get; private set; }

    /// <summary>Awarded energy that was delivered or taken, in mWh.</summary>
    public long DeliveredMilliwattHours { get; private set; }

    /// <summary>Awarded energy that was not, in mWh.</summary>
    public long ShortfallMilliwattHours { get; private set; }

    /// <summary>Settlements received.</summary>
    public int Settlements { get; private set; }

    /// <summary>Money of all settlements in micro-units, received positive.</summary>
    public long AmountMicros { get; private set; }

    /// <summary>Its messages that the market refused.</summary>
    public int Refused { get; private set; }

    /// <summary>A report was heard.</summary>
    internal void Take(SlotReport report) => _open.TryAdd(report.Slot, ReportedRegisters.Of(report));

    /// <summary>The market refused a report. One of a slot that had not come may be taken when it is said again.</summary>
    internal void Refuse(int sequence)
    {
        foreach (ReportedRegisters report in _open.Values.Where(report => report.Sequence == sequence).ToList())
        {
            _open[report.Slot] = report with { IsRefused = true };
            _refusedFaults |= report.Faults;
        }
    }

    internal void Take(Award award)
    {
        Bids++;
        Trades += award.EnergyMilliwattHours > 0 ? 1 : 0;
        long sold = award.Side == TradeSide.Sell ? award.EnergyMilliwattHours : 0;
        long bought = award.Side == TradeSide.Buy ? award.EnergyMilliwattHours : 0;
        SoldMilliwattHours += sold;
        BoughtMilliwattHours += bought;
        _awarded[award.Slot] = _awarded.GetValueOrDefault(award.Slot) + bought - sold;
    }

    /// <summary>A report was settled.</summary>
    /// <returns>What the registers rose by since the one before.</returns>
    internal HomeEnergies Take(Settlement settlement)
    {
        Settlements++;
        DeliveredMilliwattHours += settlement.DeliveredMilliwattHours;
        ShortfallMilliwattHours += settlement.ShortfallMilliwattHours;
        AmountMicros += settlement.AmountMicros;
        return _open.TryGetValue(settlement.Slot, out ReportedRegisters report) ? Settle(report) : default;
    }

    internal void TakeRefusal() => Refused++;

    private HomeEnergies Settle(ReportedRegisters report)
    {
        ReportedRegisters before = _last ?? Open();
        if (SlotGaps.IsTold(before.Faults | _refusedFaults, report.Faults))
        {
            LeftOutSlots += Between(before.Slot, report.Slot);
        }

        _last = report;
        _refusedFaults = 0;
        Close(_open, report.Slot);
        Close(_awarded, report.Slot);
        return report.Registers - before.Registers;
    }

    // The market settles from the second report on that it takes.
    private ReportedRegisters Open()
    {
        _opening = _open.Values.First(report => !report.IsRefused);
        LeftOutSlots += SlotGaps.IsTold(_opening.Value.Faults, _refusedFaults) ? Between(firstSlot - 1, _opening.Value.Slot + 1) : 0;
        return _opening.Value;
    }

    // Slots of the scenario between two others.
    private int Between(int slot, int other) => Math.Max(0, Math.Min(other, firstSlot + slots) - Math.Max(slot + 1, firstSlot));

    private static void Close<T>(SortedDictionary<int, T> bySlot, int lastSlot)
    {
        foreach (int slot in bySlot.Keys.TakeWhile(slot => slot <= lastSlot).ToList())
        {
            bySlot.Remove(slot);
        }
    }
}
