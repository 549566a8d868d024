// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Integer money. Amounts are micro-units of the currency, prices micro-units per kWh, energy mWh.
/// An amount is rounded once, where energy meets its price: to the nearest micro-unit, halves up. From there on amounts are only moved, so they cannot leak.
/// </summary>
public static class Money
{
    internal const long MilliwattHoursPerKilowattHour = 1_000_000;

    // Twice this energy times any price fits 64 bits, and a division of 128 bits takes ten times as long.
    private const long MostOfShortDivision = 1 << 30;
    private const int Whole = 1000;

    /// <summary>Amount in micro-units of an energy at a price.</summary>
    /// <param name="energyMilliwattHours">Energy in mWh, 0 or more.</param>
    /// <param name="priceMicrosPerKilowattHour">Price in micro-units per kWh; an operator's price may be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is negative.</exception>
    /// <exception cref="OverflowException">The amount does not fit 63 bits.</exception>
    public static long Amount(long energyMilliwattHours, int priceMicrosPerKilowattHour)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(energyMilliwattHours);
        if (energyMilliwattHours < MostOfShortDivision)
        {
            (long whole, long left) = Math.DivRem((energyMilliwattHours * priceMicrosPerKilowattHour * 2) + MilliwattHoursPerKilowattHour, 2 * MilliwattHoursPerKilowattHour);
            return left < 0 ? whole - 1 : whole;
        }

        Int128 doubled = ((Int128)energyMilliwattHours * priceMicrosPerKilowattHour * 2) + MilliwattHoursPerKilowattHour;
        (Int128 quotient, Int128 rest) = Int128.DivRem(doubled, 2 * MilliwattHoursPerKilowattHour);
        return checked((long)(rest < 0 ? quotient - 1 : quotient));
    }

    /// <summary>Amount in micro-units of an energy at the mean of two prices, rounded to the nearest micro-unit, halves up.</summary>
    /// <param name="energyMilliwattHours">Energy in mWh, 0 or more.</param>
    /// <param name="oneMicrosPerKilowattHour">One price in micro-units per kWh, 0 or more.</param>
    /// <param name="otherMicrosPerKilowattHour">The other price in micro-units per kWh, 0 or more.</param>
    /// <exception cref="OverflowException">The amount does not fit 63 bits.</exception>
    internal static long AmountAtMean(long energyMilliwattHours, int oneMicrosPerKilowattHour, int otherMicrosPerKilowattHour)
    {
        Int128 twice = (Int128)energyMilliwattHours * ((long)oneMicrosPerKilowattHour + otherMicrosPerKilowattHour);
        return checked((long)((twice + MilliwattHoursPerKilowattHour) / (2 * MilliwattHoursPerKilowattHour)));
    }

    /// <summary>Amount in micro-units of an energy at a price, rounded down.</summary>
    /// <param name="energyMilliwattHours">Energy in mWh, 0 or more.</param>
    /// <param name="priceMicrosPerKilowattHour">Price in micro-units per kWh, 0 or more.</param>
    /// <exception cref="OverflowException">The amount does not fit 63 bits.</exception>
    internal static long AmountRoundedDown(long energyMilliwattHours, int priceMicrosPerKilowattHour)
    {
        // Most products fit 64 bits, and a division of 128 bits takes ten times as long.
        bool isLong = Math.BigMul((ulong)energyMilliwattHours, (ulong)priceMicrosPerKilowattHour, out ulong low) != 0;
        return isLong ? RoundedDown((Int128)energyMilliwattHours * priceMicrosPerKilowattHour) : (long)(low / MilliwattHoursPerKilowattHour);
    }

    /// <summary>Amount in micro-units of a sum of energies times prices, rounded down.</summary>
    /// <param name="energyTimesPrice">mWh times micro-units per kWh, 0 or more.</param>
    /// <exception cref="OverflowException">The amount does not fit 63 bits.</exception>
    internal static long RoundedDown(Int128 energyTimesPrice) => checked((long)(energyTimesPrice / MilliwattHoursPerKilowattHour));

    /// <summary>Amount in micro-units of a sum of energies times prices, rounded up.</summary>
    /// <param name="energyTimesPrice">mWh times micro-units per kWh, 0 or more.</param>
    /// <exception cref="OverflowException">The amount does not fit 63 bits.</exception>
    internal static long RoundedUp(Int128 energyTimesPrice) => RoundedDown(energyTimesPrice + MilliwattHoursPerKilowattHour - 1);

    /// <summary>A share of an amount, rounded down: whoever pays the share is never charged more than it.</summary>
    /// <param name="amountMicros">Amount in micro-units, 0 or more.</param>
    /// <param name="permille">Share in per mille, 0 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount or the share is out of range.</exception>
    public static long Share(long amountMicros, int permille)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amountMicros);
        ArgumentOutOfRangeException.ThrowIfNegative(permille);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permille, Whole);
        return amountMicros <= long.MaxValue / Whole ? amountMicros * permille / Whole : (long)((Int128)amountMicros * permille / Whole);
    }
}
