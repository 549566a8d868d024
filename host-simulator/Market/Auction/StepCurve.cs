// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>A place on the step curve of one side of a book: energy over price in merit order. A copy of it goes its own way.</summary>
internal ref struct StepCurve
{
    private readonly ReadOnlySpan<long> _energies;
    private readonly ReadOnlySpan<int> _prices;

    /// <summary>The beginning of a side's curve.</summary>
    public StepCurve(MeritOrder orders)
    {
        _energies = orders.EnergiesMilliwattHours;
        _prices = orders.PricesMicrosPerKilowattHour;
        LeftMilliwattHours = IsAtEnd ? 0 : _energies[0];
    }

    /// <summary>Rank of the order here.</summary>
    public int Rank { get; private set; }

    /// <summary>Energy of the order that lies ahead, in mWh.</summary>
    public long LeftMilliwattHours { get; private set; }

    /// <summary>Whether all energy lies behind.</summary>
    public readonly bool IsAtEnd => Rank == _energies.Length;

    /// <summary>Price of the order here, in micro-units per kWh; not at the end.</summary>
    public readonly int PriceMicrosPerKilowattHour => _prices[Rank];

    /// <summary>Goes ahead by at most what is left of the order.</summary>
    public void Advance(long energyMilliwattHours)
    {
        LeftMilliwattHours -= energyMilliwattHours;
        if (LeftMilliwattHours == 0)
        {
            Rank++;
            LeftMilliwattHours = IsAtEnd ? 0 : _energies[Rank];
        }
    }

    /// <summary>Goes back by 1 mWh or more, at most to the beginning.</summary>
    public void GoBack(long energyMilliwattHours)
    {
        long behindInOrder = IsAtEnd ? 0 : _energies[Rank] - LeftMilliwattHours;
        while (energyMilliwattHours > behindInOrder)
        {
            energyMilliwattHours -= behindInOrder;
            behindInOrder = _energies[--Rank];
        }

        LeftMilliwattHours = _energies[Rank] - behindInOrder + energyMilliwattHours;
    }
}
