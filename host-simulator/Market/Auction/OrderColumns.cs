// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>Orders as parallel arrays that grow and are reused.</summary>
internal sealed class OrderColumns
{
    private const int FirstCapacity = 64;
    private int[] _meters = [];
    private long[] _energies = [];
    private int[] _prices = [];
    private int[] _reputations = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Meters => _meters.AsSpan(0, Count);

    public ReadOnlySpan<long> EnergiesMilliwattHours => _energies.AsSpan(0, Count);

    public ReadOnlySpan<int> PricesMicrosPerKilowattHour => _prices.AsSpan(0, Count);

    public ReadOnlySpan<int> ReputationsPermille => _reputations.AsSpan(0, Count);

    public Order this[int row] => new(_meters[row], _energies[row], _prices[row], _reputations[row]);

    public void Clear() => Count = 0;

    public void Add(Order order)
    {
        Reserve(Count + 1);
        Set(Count++, order);
    }

    /// <summary>Takes all rows of another table in a given order.</summary>
    public void TakeInOrder(OrderColumns source, ReadOnlySpan<int> rows)
    {
        Reserve(rows.Length);
        Count = rows.Length;
        for (int row = 0; row < rows.Length; row++)
        {
            Set(row, source[rows[row]]);
        }
    }

    private void Set(int row, Order order)
    {
        _meters[row] = order.Meter;
        _energies[row] = order.EnergyMilliwattHours;
        _prices[row] = order.PriceMicrosPerKilowattHour;
        _reputations[row] = order.ReputationPermille;
    }

    private void Reserve(int count)
    {
        if (count > _meters.Length)
        {
            int capacity = Math.Max(count, Math.Max(FirstCapacity, 2 * _meters.Length));
            Array.Resize(ref _meters, capacity);
            Array.Resize(ref _energies, capacity);
            Array.Resize(ref _prices, capacity);
            Array.Resize(ref _reputations, capacity);
        }
    }
}
