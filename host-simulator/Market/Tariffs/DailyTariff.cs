// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>A tariff that repeats every UTC day, hour by hour.</summary>
public sealed class DailyTariff : ITariff
{
    private const int HoursPerDay = 24;
    private readonly TariffPrices[] _byHour;

    /// <summary>One entry an hour, midnight first.</summary>
    /// <exception cref="ArgumentException">Not 24 entries.</exception>
    public DailyTariff(IEnumerable<TariffPrices> byHour)
    {
        _byHour = byHour.ToArray();
        if (_byHour.Length != HoursPerDay)
        {
            throw new ArgumentException("A daily tariff has 24 entries.", nameof(byHour));
        }
    }

    /// <summary>The same prices at all hours.</summary>
    public static DailyTariff Flat(TariffPrices prices) => new(Enumerable.Repeat(prices, HoursPerDay));

    /// <inheritdoc/>
    public TariffPrices At(long utcSeconds) => _byHour[(int)(((utcSeconds / 3600 % HoursPerDay) + HoursPerDay) % HoursPerDay)];
}
