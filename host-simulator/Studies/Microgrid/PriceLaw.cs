// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>
/// The operator's price, equation (5): s(k+1) = s(k) (d(k+1) / d(k))^2, read as <see cref="Reading.PriceHold"/> and <see cref="Reading.PriceReset"/> say.
/// Demand below the reference counts as the reference, which also keeps the ratio finite.
/// </summary>
public sealed class PriceLaw
{
    private readonly Reading _reading;
    private readonly double _referenceKwh;
    private readonly int _quarters;
    private double _price;
    private double _peakKwh;
    private double _lastKwh;

    /// <summary>A price at its base, with a reference demand in kWh of a slot.</summary>
    public PriceLaw(Reading reading, double referenceKwh)
    {
        _reading = reading;
        _referenceKwh = referenceKwh;
        _quarters = (int)Math.Round(reading.PriceExponent * 4);
        Restart(referenceKwh);
    }

    /// <summary>The price of the next slot, money per kWh.</summary>
    /// <param name="demandKwh">The slot's demand.</param>
    /// <param name="startsDay">Whether it is slot 0.</param>
    public double Next(double demandKwh, bool startsDay)
    {
        double demand = Math.Max(demandKwh, _referenceKwh);
        if (startsDay && _reading.PriceReset != PriceReset.Never)
        {
            Restart(_reading.PriceReset == PriceReset.Midnight ? _referenceKwh : demand);
        }

        _price *= Factor(demand);
        _peakKwh = Math.Max(_peakKwh, demand);
        _lastKwh = demand;
        return _price;
    }

    private void Restart(double demandKwh)
    {
        _price = _reading.BasePrice;
        _peakKwh = demandKwh;
        _lastKwh = demandKwh;
    }

    private double Factor(double demand) => _reading.PriceHold switch
    {
        PriceHold.DailyPeak => demand > _peakKwh ? Power(demand / _peakKwh) : 1,
        PriceHold.LiteralAtNewPeak => demand > _peakKwh ? Power(demand / _lastKwh) : 1,
        PriceHold.EveryRise => demand > _lastKwh ? Power(demand / _lastKwh) : 1,
        _ => Power(demand / _lastKwh),
    };

    private double Power(double ratio) => ExactMath.PowerOfQuarters(ratio, _quarters);
}
