// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>Leftovers of one side that are used up in merit order.</summary>
internal sealed class LeftoverQueue
{
    private readonly Queue<Leftover> _leftovers;
    private long _takenOfFirst;

    public LeftoverQueue(IEnumerable<Leftover> leftovers) => _leftovers = new Queue<Leftover>(leftovers);

    /// <summary>Takes energy of the first meter that has some left.</summary>
    /// <param name="mostMilliwattHours">The most to take, 1 or more.</param>
    /// <exception cref="InvalidOperationException">Nothing is left.</exception>
    public (int Meter, long EnergyMilliwattHours) Take(long mostMilliwattHours)
    {
        if (!_leftovers.TryPeek(out Leftover first))
        {
            throw new InvalidOperationException("More was traded than the cluster's own auction left over.");
        }

        long energy = Math.Min(mostMilliwattHours, first.Energy.EnergyMilliwattHours - _takenOfFirst);
        _takenOfFirst += energy;
        if (_takenOfFirst == first.Energy.EnergyMilliwattHours)
        {
            _leftovers.Dequeue();
            _takenOfFirst = 0;
        }

        return (first.Meter, energy);
    }
}
