// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Pricing;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>A group of homes as a scenario file describes it.</summary>
internal sealed record HomeFields
{
    private static readonly Dictionary<string, PricingStrategy> s_strategies = new()
    {
        ["predatory"] = PricingStrategy.Predatory,
        ["timid"] = PricingStrategy.Timid,
        ["withholding"] = PricingStrategy.Withholding,
    };

    private const double MostKilowatts = 1000;
    private const double MostPrice = 1000;

    public required string Name { get; init; }

    public required int Count { get; init; }

    public required NumberRange PvKilowatts { get; init; }

    public required NumberRange StorageKilowattHours { get; init; }

    public required NumberRange StorageKilowatts { get; init; }

    public required NumberRange ChargePercent { get; init; }

    public required int EfficiencyPermille { get; init; }

    public required PricingStrategy Strategy { get; init; }

    public required NumberRange LevelPercent { get; init; }

    public required NumberRange SellAbovePercent { get; init; }

    public required NumberRange BuyBelowPercent { get; init; }

    public required NumberRange Cost { get; init; }

    public required int? HighestBidMicros { get; init; }

    public required NumberRange InterruptiblePercent { get; init; }

    /// <summary>Reads a group.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="usualCount">Number of homes when the file does not say.</param>
    public static HomeFields Read(FieldReader fields, int usualCount)
    {
        HomeFields group = new()
        {
            Name = fields.Text("name", "home", text => text.Length is >= 1 and <= 40 && text.IndexOfAny([',', '"', '\n']) < 0, "1 to 40 characters without commas and quotation marks"),
            Count = fields.Whole("count", 1, 1_000_000, usualCount),
            PvKilowatts = fields.Range("pv-kw", 0, MostKilowatts, 0),
            StorageKilowattHours = fields.Range("storage-kwh", 0, MostKilowatts, 0),
            StorageKilowatts = fields.Range("storage-kw", 0, MostKilowatts, 3),
            ChargePercent = fields.Range("charge-percent", 0, 100, 50),
            EfficiencyPermille = (int)(fields.Number("efficiency-percent", 50, 100, 95) * 10),
            Strategy = fields.Choice("strategy", s_strategies, PricingStrategy.Timid),
            LevelPercent = fields.Range("level-percent", 0, 100, 50),
            SellAbovePercent = fields.Range("sell-above-percent", 0, 100, 80),
            BuyBelowPercent = fields.Range("buy-below-percent", 0, 100, 30),
            Cost = fields.Range("cost", 0, MostPrice, 0.08),
            HighestBidMicros = fields.Price("highest-bid", 0.000001, MostPrice),
            InterruptiblePercent = fields.Range("interruptible-percent", 0, 100, 30),
        };
        if (group.BuyBelowPercent.High > group.SellAbovePercent.Low)
        {
            fields.Refuse("buy-below-percent", $"{group.BuyBelowPercent.High}", $"at most sell-above-percent, {group.SellAbovePercent.Low}");
        }

        fields.Finish();
        return group;
    }

    /// <summary>One home of the group. What it draws depends on nothing but its own numbers, and on each field at its own place.</summary>
    public HomePlan Plan(MeterSpecification identity, ref SplitMix64 random)
    {
        MeterSpecification meter = identity with
        {
            PvPeakWatts = PvKilowatts.Draw(ref random, 1000),
            StorageWattHours = StorageKilowattHours.Draw(ref random, 1000),
            StorageWatts = StorageKilowatts.Draw(ref random, 1000),
            StateOfChargePermille = ChargePercent.Draw(ref random, 10),
            Strategy = Strategy,
            LevelPermille = LevelPercent.Draw(ref random, 10),
            SellAbovePermille = SellAbovePercent.Draw(ref random, 10),
            BuyBelowPermille = BuyBelowPercent.Draw(ref random, 10),
            CostMicrosPerKilowattHour = Cost.Draw(ref random, 1_000_000),
            ChargeEfficiencyPermille = EfficiencyPermille,
            DischargeEfficiencyPermille = EfficiencyPermille,
            InterruptiblePermille = InterruptiblePercent.Draw(ref random, 10),
            BuyPriceMicrosPerKilowattHour = HighestBidMicros ?? 0,
        };
        return new HomePlan(meter, () => new SyntheticHomeProfile(0));
    }
}
