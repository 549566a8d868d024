// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What a bystander on the bus sees of one meter.</summary>
public sealed class MeterTally
{
    private HomeEnergies? _opening;

    /// <summary>Slot of the last report; 0 before the first.</summary>
    public int ReportedSlot { get; private set; }

    /// <summary>Registers of the last report.</summary>
    public HomeEnergies Registers { get; private set; }

    /// <summary>What the registers rose by since the opening report.</summary>
    public HomeEnergies Metered => Registers - (_opening ?? Registers);

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

    internal void Open(SlotReport report)
    {
        Keep(report);
        _opening = Registers;
    }

    /// <summary>Takes a report.</summary>
    /// <returns>What the registers rose by since the one before.</returns>
    internal HomeEnergies Take(SlotReport report)
    {
        HomeEnergies before = Registers;
        bool isFirst = _opening is null;
        Keep(report);
        _opening ??= Registers;
        return isFirst ? default : Registers - before;
    }

    internal void Take(Award award)
    {
        Bids++;
        Trades += award.EnergyMilliwattHours > 0 ? 1 : 0;
        SoldMilliwattHours += award.Side == TradeSide.Sell ? award.EnergyMilliwattHours : 0;
        BoughtMilliwattHours += award.Side == TradeSide.Buy ? award.EnergyMilliwattHours : 0;
    }

    internal void Take(Settlement settlement)
    {
        Settlements++;
        DeliveredMilliwattHours += settlement.DeliveredMilliwattHours;
        ShortfallMilliwattHours += settlement.ShortfallMilliwattHours;
        AmountMicros += settlement.AmountMicros;
    }

    internal void TakeRefusal() => Refused++;

    private void Keep(SlotReport report)
    {
        ReportedSlot = report.Slot;
        Registers = new HomeEnergies(
            report.ImportMilliwattHours,
            report.ExportMilliwattHours,
            report.GenerationMilliwattHours,
            report.ChargeMilliwattHours,
            report.DischargeMilliwattHours);
    }
}
