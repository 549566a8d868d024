// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Messages;

namespace Prosumeter.Simulator.Market;

/// <summary>The asks and bids of one slot in merit order, whatever order they came in.</summary>
public sealed class OrderBook
{
    private readonly List<Order> _asks = [];
    private readonly List<Order> _bids = [];
    private bool _isSorted = true;

    /// <summary>Asks by price ascending, then reputation descending, then meter ascending.</summary>
    public IReadOnlyList<Order> Asks => Sorted(_asks);

    /// <summary>Bids by price descending, then meter ascending.</summary>
    public IReadOnlyList<Order> Bids => Sorted(_bids);

    /// <summary>Adds one offer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Its energy is not positive or its price is negative.</exception>
    public void Add(TradeSide side, Order order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order.EnergyMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfNegative(order.PriceMicrosPerKilowattHour);
        (side == TradeSide.Sell ? _asks : _bids).Add(order);
        _isSorted = false;
    }

    private List<Order> Sorted(List<Order> orders)
    {
        if (!_isSorted)
        {
            _asks.Sort(CompareAsks);
            _bids.Sort(CompareBids);
            _isSorted = true;
        }

        return orders;
    }

    private static int CompareAsks(Order left, Order right)
    {
        int byPrice = left.PriceMicrosPerKilowattHour.CompareTo(right.PriceMicrosPerKilowattHour);
        int byReputation = byPrice != 0 ? byPrice : right.ReputationPermille.CompareTo(left.ReputationPermille);
        return byReputation != 0 ? byReputation : left.Meter.CompareTo(right.Meter);
    }

    private static int CompareBids(Order left, Order right)
    {
        int byPrice = right.PriceMicrosPerKilowattHour.CompareTo(left.PriceMicrosPerKilowattHour);
        return byPrice != 0 ? byPrice : left.Meter.CompareTo(right.Meter);
    }
}
