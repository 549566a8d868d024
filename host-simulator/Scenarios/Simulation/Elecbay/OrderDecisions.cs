// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Elecbay;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>How market, network operator and supplier decide on the orders of a cluster, whose homes stand one after another along a feeder.</summary>
internal sealed class OrderDecisions
{
    private const double MillijoulesPerJoule = 1000;
    private readonly IReadOnlyList<ClusterHome> _homes;
    private readonly int _slotSeconds;
    private readonly NetworkCheck _network;
    private readonly SupplierCheck _supplier;
    private readonly Dictionary<int, long> _creditMicros;
    private readonly List<EnergyOrder> _accepted = [];
    private double[] _loadWatts = [];
    private int _retailMicrosPerKilowattHour;

    public OrderDecisions(ElecbayPlan plan, IReadOnlyList<ClusterHome> homes, int slotSeconds)
    {
        _homes = homes;
        _slotSeconds = slotSeconds;
        RadialFeeder feeder = new(homes.Select((_, index) => new FeederLine(index, index + 1, plan.LineOhms, 0, plan.LineWatts)).ToArray());
        _network = new NetworkCheck(feeder, homes.Select((home, index) => (home.Meter, Bus: index + 1)).ToDictionary(place => place.Meter, place => place.Bus), slotSeconds);
        _creditMicros = homes.ToDictionary(home => home.Meter, _ => plan.CreditMicros);
        _supplier = new SupplierCheck(_creditMicros);
    }

    /// <summary>A slot is traded. Without its trades the homes are expected to load the feeder as they did in the slot that has just run without its own.</summary>
    public void Start(int retailMicrosPerKilowattHour)
    {
        _retailMicrosPerKilowattHour = retailMicrosPerKilowattHour;
        Dictionary<int, double> tradedWatts = TradedWatts();
        _loadWatts = [0, .. _homes.Select(home => NetWatts(home) - tradedWatts.GetValueOrDefault(home.Meter))];
        _accepted.Clear();
    }

    /// <summary>Why a party rejects an order, or null.</summary>
    public string? Obstacle(Party party, EnergyOrder order) => party switch
    {
        Party.Market => order.Listing.PriceMicrosPerKilowattHour > _retailMicrosPerKilowattHour
            ? FormattableString.Invariant($"asks {order.Listing.PriceMicrosPerKilowattHour / 1e6:0.0000} per kWh, the utility {_retailMicrosPerKilowattHour / 1e6:0.0000}")
            : null,
        Party.Network => _network.Decide(order, _accepted, _loadWatts)?.ToString(),
        _ => _supplier.Decide(order),
    };

    /// <summary>An order was accepted: it loads the feeder and the buyer's credit.</summary>
    public void Keep(EnergyOrder order)
    {
        _accepted.Add(order);
        _creditMicros[order.Buyer] -= Money.Amount(order.EnergyMilliwattHours, order.Listing.PriceMicrosPerKilowattHour);
    }

    private double NetWatts(ClusterHome home) => (home.SlotFlows.Import - home.SlotFlows.Export) / MillijoulesPerJoule / _slotSeconds;

    private Dictionary<int, double> TradedWatts()
    {
        Dictionary<int, double> watts = [];
        foreach (EnergyOrder order in _accepted)
        {
            double power = order.EnergyMilliwattHours * 3.6 / _slotSeconds;
            watts[order.Buyer] = watts.GetValueOrDefault(order.Buyer) + power;
            watts[order.Listing.Seller] = watts.GetValueOrDefault(order.Listing.Seller) - power;
        }

        return watts;
    }
}
