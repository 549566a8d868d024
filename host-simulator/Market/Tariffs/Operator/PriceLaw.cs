// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Numerics;
using Prosumeter.Messages;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The operator's price of Saukh, Papst and Saukh, equation (5), s(k+1) = s(k) (d(k+1) / d(k))^e, slot by slot in integers. Each day begins at s0 with dRef as the demand before;
/// demand below dRef counts as dRef. Prices are rounded to the nearest micro-unit and end at 1000 units, the highest that a price message carries.
/// </summary>
public sealed class PriceLaw
{
    /// <summary>The highest exponent.</summary>
    public const int HighestExponent = 4;

    private const int FractionBits = 64;
    private readonly BigInteger _base;
    private readonly long _reference;
    private readonly int _exponent;
    private readonly PriceReading _reading;
    private BigInteger _price;
    private long _peak;
    private long _before;
    private BigInteger _floor;

    /// <summary>A law at the beginning of a day.</summary>
    /// <param name="baseMicrosPerKilowattHour">s0 in micro-units per kWh, 1 to 10^9.</param>
    /// <param name="referenceMilliwattHours">dRef, the demand of one slot that costs s0, in mWh, 1 or more.</param>
    /// <param name="reading">What happens when demand falls.</param>
    /// <param name="exponent">e, 0 to 4; 2 in the paper, 0 for a price that does not change.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public PriceLaw(int baseMicrosPerKilowattHour, long referenceMilliwattHours, PriceReading reading = PriceReading.Ratchet, int exponent = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baseMicrosPerKilowattHour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(baseMicrosPerKilowattHour, PriceMessage.HighestMicros);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(referenceMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exponent, HighestExponent);
        _base = (BigInteger)baseMicrosPerKilowattHour << FractionBits;
        _reference = referenceMilliwattHours;
        _exponent = exponent;
        _reading = reading;
        StartDay();
    }

    /// <summary>The present price in micro-units per kWh.</summary>
    public int PriceMicrosPerKilowattHour => (int)((_price + (BigInteger.One << (FractionBits - 1))) >> FractionBits);

    /// <summary>Goes back to s0 and dRef.</summary>
    public void StartDay()
    {
        _price = _base;
        _peak = _reference;
        _before = _reference;
        _floor = 0;
    }

    /// <summary>Takes a price of the same day that a law before this one made: a reading in which prices do not fall goes on from it.</summary>
    public void Resume(int priceMicrosPerKilowattHour)
    {
        if (_reading != PriceReading.Pure)
        {
            _floor = BigInteger.Max(_floor, (BigInteger)priceMicrosPerKilowattHour << FractionBits);
        }
    }

    /// <summary>Takes the demand of the next slot.</summary>
    /// <param name="demandMilliwattHours">Demand d in mWh; below dRef it counts as dRef.</param>
    /// <returns>The price in micro-units per kWh.</returns>
    public int Next(long demandMilliwattHours)
    {
        long demand = Math.Max(demandMilliwattHours, _reference);
        _price = BigInteger.Min(BigInteger.Max(PriceOf(demand), _floor), (BigInteger)PriceMessage.HighestMicros << FractionBits);
        _peak = Math.Max(_peak, demand);
        _before = demand;
        return PriceMicrosPerKilowattHour;
    }

    private BigInteger PriceOf(long demand) => _reading switch
    {
        PriceReading.Pure => Raised(_base, demand, _reference),
        PriceReading.Ratchet => Raised(_base, Math.Max(demand, _peak), _reference),
        PriceReading.LiteralAtPeak => demand > _peak ? Raised(_price, demand, _before) : _price,
        _ => demand > _before ? Raised(_price, demand, _before) : _price,
    };

    private BigInteger Raised(BigInteger price, long demand, long before) =>
        price * BigInteger.Pow(demand, _exponent) / BigInteger.Pow(before, _exponent);
}
