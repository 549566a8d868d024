// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Pricing;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>The kinds of homes a demo is made of: different roofs, storages and owners, so that there is something to trade.</summary>
internal static class HomeKind
{
    /// <summary>Names and equipment, in the order in which meters get them.</summary>
    public static MeterSpecification[] All { get; } =
    [
        Of("terrace", 3200, 5000, 2500, 450, PricingStrategy.Timid),
        Of("cottage", 4000, 10000, 3000, 600, PricingStrategy.Predatory),
        Of("flat", 0, 0, 0, 0, PricingStrategy.Timid),
        Of("bungalow", 3600, 0, 0, 0, PricingStrategy.Timid),
        Of("villa", 6000, 13500, 5000, 700, PricingStrategy.Predatory) with { LevelPermille = 200 },
        Of("townhouse", 2400, 5000, 2500, 350, PricingStrategy.Withholding) with { LevelPermille = 0 },
        Of("loft", 0, 6400, 3000, 250, PricingStrategy.Timid) with { BuyBelowPermille = 400 },
        Of("farm", 8000, 20000, 5000, 800, PricingStrategy.Predatory) with { LevelPermille = 400, SellAbovePermille = 600 },
        Of("workshop", 5000, 6400, 3000, 500, PricingStrategy.Timid) with { LevelPermille = 900 },
        Of("annexe", 1600, 2500, 1500, 300, PricingStrategy.Timid) with { IsAlternatingCurrent = true, SamplingPeriodMilliseconds = 10_000 },
    ];

    private static MeterSpecification Of(
        string home, int pvPeakWatts, int storageWattHours, int storageWatts, int stateOfChargePermille, PricingStrategy strategy) => new()
        {
            Meter = 1,
            Cluster = DemoHomes.Cluster,
            Home = home,
            PvPeakWatts = pvPeakWatts,
            StorageWattHours = storageWattHours,
            StorageWatts = storageWatts,
            StateOfChargePermille = stateOfChargePermille,
            Strategy = strategy,
        };
}
