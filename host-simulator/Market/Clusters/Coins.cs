// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>
/// The coins of one cluster (Sabounchi and Wei): one coin is minted for each kWh that is deposited, a buyer's energy redeems it, and unsold energy returns to its owner. So at
/// the end of a slot minted = redeemed + returned. Coins are counted in millionths, which are mWh.
/// </summary>
public sealed class Coins
{
    private readonly Dictionary<int, long> _deposits = [];

    /// <summary>Coins of all deposits so far, in mWh.</summary>
    public long MintedMilliwattHours { get; private set; }

    /// <summary>Coins of energy that was sold, in mWh.</summary>
    public long RedeemedMilliwattHours { get; private set; }

    /// <summary>Coins of energy that went back to its owner, in mWh.</summary>
    public long ReturnedMilliwattHours { get; private set; }

    /// <summary>Coins that are deposited at present, in mWh.</summary>
    public long OutstandingMilliwattHours => MintedMilliwattHours - RedeemedMilliwattHours - ReturnedMilliwattHours;

    /// <summary>Mints coins for energy that a home deposits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The energy is not positive.</exception>
    public void Deposit(int meter, long energyMilliwattHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(energyMilliwattHours);
        _deposits[meter] = checked(_deposits.GetValueOrDefault(meter) + energyMilliwattHours);
        MintedMilliwattHours = checked(MintedMilliwattHours + energyMilliwattHours);
    }

    /// <summary>Redeems coins of a home: somebody gets its energy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The energy is negative or more than the home has deposited.</exception>
    public void Redeem(int meter, long energyMilliwattHours)
    {
        long deposit = _deposits.GetValueOrDefault(meter);
        ArgumentOutOfRangeException.ThrowIfNegative(energyMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(energyMilliwattHours, deposit);
        _deposits[meter] = deposit - energyMilliwattHours;
        RedeemedMilliwattHours += energyMilliwattHours;
    }

    /// <summary>Gives all deposits back.</summary>
    /// <returns>What each home gets, in mWh; homes whose energy was sold in full are left out.</returns>
    public IReadOnlyDictionary<int, long> ReturnAll()
    {
        Dictionary<int, long> returned = [];
        foreach ((int meter, long deposit) in _deposits)
        {
            if (deposit > 0)
            {
                returned[meter] = deposit;
                ReturnedMilliwattHours += deposit;
            }
        }

        _deposits.Clear();
        return returned;
    }
}
