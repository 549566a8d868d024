// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>The reserve generators of a cluster: they serve what no market serves, and only so much a day.</summary>
public sealed class Reserve
{
    /// <summary>m of equation (11) unless set otherwise.</summary>
    public const int UsualDivisor = 2;

    private readonly int _taxPermille;
    private readonly int _divisor;

    /// <summary>An empty reserve.</summary>
    /// <param name="taxPermille">Tax tau in per mille, 0 to 1000.</param>
    /// <param name="divisor">Divisor m, 1 or more.</param>
    public Reserve(int taxPermille, int divisor)
    {
        _taxPermille = taxPermille;
        _divisor = divisor;
    }

    /// <summary>What it can still generate today, in mWh.</summary>
    public long LeftMilliwattHours { get; private set; }

    /// <summary>
    /// Energy lambda of the reserve: tau / m of the cluster's demand of 24 hours, rounded down (Sabounchi and Wei, equation 11, with tau as a fraction; taken as a number of
    /// percent the literal equation gives a multiple of the demand itself).
    /// </summary>
    /// <param name="taxPermille">Tax tau in per mille, 0 to 1000.</param>
    /// <param name="divisor">Divisor m, 1 or more.</param>
    /// <param name="dailyDemandMilliwattHours">Demand of 24 hours in mWh, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static long Capacity(int taxPermille, int divisor, long dailyDemandMilliwattHours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(divisor, 1);
        return Money.Share(dailyDemandMilliwattHours, taxPermille) / divisor;
    }

    /// <summary>Begins a day with the demand that is expected of it.</summary>
    public void StartDay(long dailyDemandMilliwattHours) => LeftMilliwattHours = Capacity(_taxPermille, _divisor, dailyDemandMilliwattHours);

    /// <summary>Generates what is wanted, as far as there is some left.</summary>
    /// <returns>What was generated, in mWh.</returns>
    public long Draw(long wantedMilliwattHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wantedMilliwattHours);
        long drawn = Math.Min(wantedMilliwattHours, LeftMilliwattHours);
        LeftMilliwattHours -= drawn;
        return drawn;
    }
}
