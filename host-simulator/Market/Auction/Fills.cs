// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>What each order of one side got, by its rank in the merit order.</summary>
public sealed class Fills
{
    private Fill[] _fills = [];

    /// <summary>Number of orders, with a trade or without.</summary>
    public int Count { get; private set; }

    /// <summary>Energy of all orders, in mWh.</summary>
    public long EnergyMilliwattHours { get; private set; }

    /// <summary>Money of all orders, in micro-units.</summary>
    public long AmountMicros { get; private set; }

    /// <summary>The fill of the order at a rank.</summary>
    public Fill this[int rank] => _fills.AsSpan(0, Count)[rank];

    /// <summary>Begins a slot in which no order has a trade yet.</summary>
    internal void Start(int count)
    {
        if (_fills.Length < count)
        {
            _fills = new Fill[Math.Max(count, 2 * _fills.Length)];
        }

        Count = count;
        Array.Clear(_fills, 0, count);
        EnergyMilliwattHours = 0;
        AmountMicros = 0;
    }

    /// <summary>Adds to what an order got.</summary>
    internal void Add(int rank, long energyMilliwattHours, long amountMicros)
    {
        Fill before = _fills[rank];
        _fills[rank] = new Fill(before.EnergyMilliwattHours + energyMilliwattHours, before.AmountMicros + amountMicros);
        EnergyMilliwattHours += energyMilliwattHours;
        AmountMicros += amountMicros;
    }
}
