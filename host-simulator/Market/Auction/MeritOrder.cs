// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections;
using System.Collections.Generic;
using Prosumeter.Messages;

namespace Prosumeter.Simulator.Market;

/// <summary>One side of a book, best order first. The position of an order in it is its rank.</summary>
public sealed class MeritOrder : IReadOnlyList<Order>
{
    private readonly TradeSide _side;
    private readonly OrderColumns _arrived = new();
    private readonly OrderColumns _ranked = new();
    private readonly RadixSort _sort = new();
    private bool _isRanked = true;

    /// <summary>An empty side.</summary>
    internal MeritOrder(TradeSide side) => _side = side;

    /// <summary>Number of orders.</summary>
    public int Count => _arrived.Count;

    /// <summary>Energies by rank, in mWh.</summary>
    public ReadOnlySpan<long> EnergiesMilliwattHours => Ranked().EnergiesMilliwattHours;

    /// <summary>Prices by rank, in micro-units per kWh.</summary>
    public ReadOnlySpan<int> PricesMicrosPerKilowattHour => Ranked().PricesMicrosPerKilowattHour;

    /// <summary>Meters by rank.</summary>
    public ReadOnlySpan<int> Meters => Ranked().Meters;

    /// <summary>The order of a rank.</summary>
    public Order this[int rank] => Ranked()[rank];

    /// <inheritdoc/>
    public IEnumerator<Order> GetEnumerator()
    {
        for (int rank = 0; rank < Count; rank++)
        {
            yield return this[rank];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Order order)
    {
        _arrived.Add(order);
        _isRanked = false;
    }

    internal void Clear()
    {
        _arrived.Clear();
        _isRanked = false;
    }

    private OrderColumns Ranked()
    {
        if (!_isRanked)
        {
            Rank();
            _isRanked = true;
        }

        return _ranked;
    }

    private void Rank()
    {
        _sort.Start(_arrived.Count);
        _sort.By(_arrived.Meters);
        if (_side == TradeSide.Sell)
        {
            _sort.By(_arrived.ReputationsPermille, isDescending: true);
        }

        _sort.By(_arrived.PricesMicrosPerKilowattHour, isDescending: _side == TradeSide.Buy);
        _ranked.TakeInOrder(_arrived, _sort.Rows);
    }
}
