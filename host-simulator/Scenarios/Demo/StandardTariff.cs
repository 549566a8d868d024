// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>The operator's prices where none are given: cheap at night, dear in the evening, little for feed-in.</summary>
public static class StandardTariff
{
    /// <summary>What the operator pays for feed-in, in micro-units per kWh.</summary>
    public const int FeedInMicros = 80_000;

    private const int NightMicros = 240_000;
    private const int DayMicros = 300_000;
    private const int EveningMicros = 380_000;

    /// <summary>The tariff.</summary>
    public static ITariff Create() => new DailyTariff(Enumerable.Range(0, 24).Select(hour => new TariffPrices(RetailOf(hour), FeedInMicros)));

    private static int RetailOf(int hour) => hour is >= 17 and < 21 ? EveningMicros : hour is >= 6 and < 22 ? DayMicros : NightMicros;
}
