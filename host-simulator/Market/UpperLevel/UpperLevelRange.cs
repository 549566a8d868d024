// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>What the protocol takes: energies to 10^15 mWh, prices as in a bid, amounts to 10^15 micro-units.</summary>
internal static class UpperLevelRange
{
    private const long HighestMilliwattHours = 1_000_000_000_000_000;

    /// <summary>Whether a priced energy, 1 mWh or more, is in range.</summary>
    public static bool Holds(PricedEnergy energy) =>
        energy.EnergyMilliwattHours is >= 1 and <= HighestMilliwattHours
        && energy.PriceMicrosPerKilowattHour is >= 0 and <= Bid.HighestPriceMicros
        && Money.Amount(energy.EnergyMilliwattHours, energy.PriceMicrosPerKilowattHour) <= Message.HighestAmountMicros;
}
