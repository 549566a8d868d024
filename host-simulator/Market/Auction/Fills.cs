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

    /// <summary>Number of orders with a trade.</summary>
    public int FilledCount { get; private set; }

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
        FilledCount = 0;
        Array.Clear(_fills, 0, count);
        EnergyMilliwattHours = 0;
        AmountMicros = 0;
    }

    /// <summary>Adds to what an order got.</summary>
    internal void Add(int rank, long energyMilliwattHours, long amountMicros)
    {
        Fill before = _fills[rank];
        FilledCount += before.EnergyMilliwattHours == 0 && energyMilliwattHours > 0 ? 1 : 0;
        _fills[rank] = new Fill(before.EnergyMilliwattHours + energyMilliwattHours, before.AmountMicros + amountMicros);
        EnergyMilliwattHours += energyMilliwattHours;
        AmountMicros += amountMicros;
    }

    /// <summary>Fills the best orders, the last of them in part, at one price.</summary>
    /// <param name="energies">Energies by rank, in mWh.</param>
    /// <param name="total">Energy to fill, in mWh, at most the sum of the energies.</param>
    /// <param name="priceMicrosPerKilowattHour">The price.</param>
    internal void AddBest(ReadOnlySpan<long> energies, long total, int priceMicrosPerKilowattHour)
    {
        long filled = 0;
        for (int rank = 0; filled < total; rank++)
        {
            long energy = Math.Min(energies[rank], total - filled);
            AddPriced(rank, energy, filled, priceMicrosPerKilowattHour);
            filled += energy;
        }
    }

    /// <summary>Fills orders in proportion to what they want, at one price. Running shares are rounded down, so they add up to the total.</summary>
    /// <param name="wanted">Energies by rank, in mWh.</param>
    /// <param name="total">Energy to share, in mWh, at most the sum of the wanted.</param>
    /// <param name="priceMicrosPerKilowattHour">The price.</param>
    internal void AddProRata(ReadOnlySpan<long> wanted, long total, int priceMicrosPerKilowattHour)
    {
        long wantedByAll = Sum(wanted), wantedSoFar = 0, filled = 0;
        for (int rank = 0; rank < wanted.Length && filled < total; rank++)
        {
            wantedSoFar += wanted[rank];
            long energy = (long)((Int128)total * wantedSoFar / wantedByAll) - filled;
            AddPriced(rank, energy, filled, priceMicrosPerKilowattHour);
            filled += energy;
        }
    }

    /// <summary>Sum of energies, in mWh.</summary>
    internal static long Sum(ReadOnlySpan<long> energies)
    {
        long sum = 0;
        foreach (long energy in energies)
        {
            sum = checked(sum + energy);
        }

        return sum;
    }

    // Running amounts are rounded down and an order has the difference of two of them: at one price both sides have the same total, and each order is within one
    // micro-unit of its exact amount.
    private void AddPriced(int rank, long energyMilliwattHours, long before, int priceMicrosPerKilowattHour)
    {
        long amountBefore = Money.AmountRoundedDown(before, priceMicrosPerKilowattHour);
        long amountAfter = Money.AmountRoundedDown(before + energyMilliwattHours, priceMicrosPerKilowattHour);
        Add(rank, energyMilliwattHours, amountAfter - amountBefore);
    }
}
