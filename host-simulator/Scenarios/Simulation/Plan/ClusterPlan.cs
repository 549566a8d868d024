// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Clusters;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>One cluster of a simulation.</summary>
/// <param name="Name">Its name, 1 to 24 characters a-z, 0-9, '-'.</param>
/// <param name="Homes">Its homes by meter, numbered from 1.</param>
/// <param name="Tariff">The operator's prices.</param>
/// <param name="CreateRule">Makes its auction rule; null when there is no market and everybody deals with the operator.</param>
public sealed record ClusterPlan(string Name, IReadOnlyList<HomePlan> Homes, ITariff Tariff, Func<IClearingRule>? CreateRule)
{
    /// <summary>Tax tau on sellers in per mille, 0 to 1000.</summary>
    public int TaxPermille { get; init; }

    /// <summary>Price of what is bought from the operator at the last moment, in per mille of retail, where there is a market.</summary>
    public int RealTimePermille { get; init; } = 1000;

    /// <summary>Divisor m of the reserve in equation (11), 1 or more.</summary>
    public int ReserveDivisor { get; init; } = Reserve.UsualDivisor;

    /// <summary>Whether the cluster is judged as an island: what other clusters do not sell comes from the reserve, or from nowhere.</summary>
    public bool IsIslanded { get; init; }

    /// <summary>The marketplace on which the homes trade instead of an auction; null without.</summary>
    public ElecbayPlan? Elecbay { get; init; }

    /// <summary>The operator's prices in a slot.</summary>
    internal TariffPrices PricesOf(int slot, SimulationPlan simulation) => Tariff.At(MarketSlot.StartSeconds(slot, simulation.SlotSeconds));

    /// <summary>The prices at which the operator settles what was not traded: with a market, its energy of the last moment has a price of its own.</summary>
    internal TariffPrices SettlementPricesOf(int slot, SimulationPlan simulation)
    {
        TariffPrices prices = PricesOf(slot, simulation);
        return CreateRule is null ? prices : prices with { RetailMicrosPerKilowattHour = (int)((long)prices.RetailMicrosPerKilowattHour * RealTimePermille / 1000) };
    }

    /// <summary>What its market is run by; null without a market.</summary>
    internal ClusterSettings? MarketSettings => CreateRule is null ? null : new ClusterSettings(Name, CreateRule())
    {
        TaxPermille = TaxPermille,
        ReserveDivisor = ReserveDivisor,
        IsIslanded = IsIslanded,
        LowestCostMicrosPerKilowattHour = Homes.Where(home => home.CanSell).Select(home => home.Meter.CostMicrosPerKilowattHour).DefaultIfEmpty(0).Min(),
    };
}
