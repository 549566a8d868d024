// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>Reads the fields of a tariff.</summary>
internal static class TariffReader
{
    /// <summary>Highest price per kWh, either way.</summary>
    private const double MostPrice = 1000;

    /// <summary>The operator's prices; null when the section is missing.</summary>
    public static ITariff? Read(FieldReader? fields)
    {
        if (fields is null)
        {
            return null;
        }

        IReadOnlyList<int>? retail = fields.HourlyPrices("retail", 0, MostPrice);
        IReadOnlyList<int>? feedIn = fields.HourlyPrices("feed-in", -MostPrice, MostPrice);
        fields.Finish();
        return Of(retail, feedIn);
    }

    private static DailyTariff Of(IReadOnlyList<int>? retail, IReadOnlyList<int>? feedIn)
    {
        ITariff standard = StandardTariff.Create();
        return new DailyTariff(Enumerable.Range(0, 24).Select(hour =>
        {
            TariffPrices usual = standard.At(hour * 3600L);
            return new TariffPrices(retail?[hour] ?? usual.RetailMicrosPerKilowattHour, feedIn?[hour] ?? usual.FeedInMicrosPerKilowattHour);
        }));
    }
}
