// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What is counted of one home for the results.</summary>
internal sealed class HomeBooks
{
    private HomeEnergies _opening;

    /// <summary>Energy of all settlements: the rise of the registers from the first settled report to the last.</summary>
    public MeteredEnergy Settled { get; private set; }

    public int Trades { get; private set; }

    public long SoldMilliwattHours { get; private set; }

    public long BoughtMilliwattHours { get; private set; }

    public long AmountMicros { get; private set; }

    public long OperatorOnlyMicros { get; private set; }

    public long FeeMicros { get; private set; }

    public long PenaltyMicros { get; private set; }

    public void Open(HomeEnergies registers) => _opening = registers;

    public void Take(Position position)
    {
        Trades++;
        SoldMilliwattHours += position.SoldMilliwattHours;
        BoughtMilliwattHours += position.BoughtMilliwattHours;
    }

    public void Take(MeterSettlement settlement, TariffPrices prices)
    {
        AmountMicros += settlement.AmountMicros;
        Settled = new MeteredEnergy(
            Settled.ImportMilliwattHours + settlement.Metered.ImportMilliwattHours, Settled.ExportMilliwattHours + settlement.Metered.ExportMilliwattHours);
        OperatorOnlyMicros += Money.Amount(settlement.Metered.ExportMilliwattHours, prices.FeedInMicrosPerKilowattHour)
            - Money.Amount(settlement.Metered.ImportMilliwattHours, prices.RetailMicrosPerKilowattHour);
    }

    /// <summary>Takes a fee or a penalty.</summary>
    public void Charge(LedgerEntry entry)
    {
        AmountMicros += entry.AmountMicros;
        FeeMicros -= entry.Kind == LedgerEntryKind.ServiceFee ? entry.AmountMicros : 0;
        PenaltyMicros -= entry.Kind == LedgerEntryKind.Imbalance ? entry.AmountMicros : 0;
    }

    public HomeOutcome Close(HomePlan plan, HomeEnergies registers) => new(
        plan.Meter.Meter,
        plan.Meter.Home,
        plan.Meter.PvPeakWatts,
        plan.Meter.StorageWattHours,
        plan.Meter.Strategy.ToString().ToLowerInvariant(),
        registers - _opening,
        Trades,
        SoldMilliwattHours,
        BoughtMilliwattHours,
        AmountMicros,
        OperatorOnlyMicros)
    {
        FeeMicros = FeeMicros,
        PenaltyMicros = PenaltyMicros,
    };
}
