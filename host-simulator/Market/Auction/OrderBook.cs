// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;

namespace Prosumeter.Simulator.Market;

/// <summary>The asks and bids of one slot in merit order, whatever order they came in. A book that is cleared keeps its memory for the next slot.</summary>
public sealed class OrderBook
{
    /// <summary>Asks by price ascending, then reputation descending, then meter ascending.</summary>
    public MeritOrder Asks { get; } = new(TradeSide.Sell);

    /// <summary>Bids by price descending, then meter ascending.</summary>
    public MeritOrder Bids { get; } = new(TradeSide.Buy);

    /// <summary>Adds one offer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Its energy is not positive or its price is negative.</exception>
    public void Add(TradeSide side, Order order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order.EnergyMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfNegative(order.PriceMicrosPerKilowattHour);
        (side == TradeSide.Sell ? Asks : Bids).Add(order);
    }

    /// <summary>Removes all offers.</summary>
    public void Clear()
    {
        Asks.Clear();
        Bids.Clear();
    }
}
