// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>
/// The balances of a scenario. Each holds figures from different hands against each other: what meters were told over the bus, what the market booked,
/// and what truly flowed in the homes.
/// </summary>
public static class BalanceChecks
{
    /// <summary>Largest error of a register that passes: class 1 of EN 50470-3 allows 1 %, half of it is left to the sensors.</summary>
    public const double AllowedErrorPermille = 5;

    /// <summary>All checks of a result.</summary>
    public static IReadOnlyList<BalanceCheck> Of(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [Money(result), Trades(result), Grid(result), Settled(result), Registers(result)];
    }

    private static BalanceCheck Money(ScenarioResult result)
    {
        long meters = result.Meters.Sum(meter => meter.Tally.AmountMicros);
        long sum = meters + result.Operator.BalanceMicros;
        return new BalanceCheck(
            "money: meters and operator add up to zero",
            sum == 0,
            Text($"meters {meters / 1e6:+0.000000;-0.000000;0} operator {result.Operator.BalanceMicros / 1e6:+0.000000;-0.000000;0} sum {sum} micro-units"));
    }

    private static BalanceCheck Trades(ScenarioResult result)
    {
        long sold = result.Slots.Sum(slot => slot.SoldMilliwattHours);
        int unequal = result.Slots.Count(slot => slot.SoldMilliwattHours != slot.BoughtMilliwattHours);
        return new BalanceCheck(
            "trades: energy sold is energy bought, in every slot",
            unequal == 0,
            Text($"{sold / 1e6:0.000000} kWh, {unequal} of {result.Slots.Count} slots differ"));
    }

    private static BalanceCheck Grid(ScenarioResult result)
    {
        HomeEnergies metered = result.Meters.Aggregate(default(HomeEnergies), (sum, meter) => sum + meter.Tally.Metered);
        long meters = metered.ImportMilliwattHours - metered.ExportMilliwattHours;
        long market = result.Operator.SoldMilliwattHours - result.Operator.BoughtMilliwattHours;
        long unsettled = result.Meters.Sum(meter => meter.Tally.UnsettledMilliwattHours);
        string open = unsettled == 0 ? string.Empty : Text($" with {unsettled / 1e6:0.000000} kWh of trades in slots that are not settled yet");
        return new BalanceCheck(
            "grid: import less export is what the operator delivered",
            meters + unsettled == market,
            Text($"registers {meters / 1e6:0.000000} kWh, operator {market / 1e6:0.000000} kWh, difference {meters + unsettled - market} mWh") + open);
    }

    private static BalanceCheck Settled(ScenarioResult result)
    {
        int expected = result.Meters.Count * result.Slots.Count;
        int settled = result.Slots.Sum(slot => slot.SettledMeters);
        int leftOut = result.Meters.Sum(meter => meter.Tally.LeftOutSlots + meter.Tally.LeftOutAtEndSlots);
        string told = leftOut == 0 ? string.Empty : Text($", {leftOut} left out and flagged: no supply, wrong clock");
        return new BalanceCheck("settlement: every meter in every slot", settled + leftOut == expected, Text($"{settled} of {expected}") + told);
    }

    private static BalanceCheck Registers(ScenarioResult result)
    {
        MeterResult worst = result.Meters.MaxBy(meter => meter.WorstErrorPermille)!;
        return new BalanceCheck(
            Text($"registers: within {AllowedErrorPermille} per mille of what truly flowed"),
            worst.WorstErrorPermille <= AllowedErrorPermille,
            Text($"worst is meter {worst.Meter} with {worst.WorstErrorPermille:0.00} per mille") + MissingText(result));
    }

    private static string MissingText(ScenarioResult result)
    {
        long missing = result.Meters.Sum(meter => meter.Faults.Missing.SumMilliwattHours);
        long flowed = result.Meters.Sum(meter => meter.True.SumMilliwattHours);
        return missing == 0 ? string.Empty : Text($"; faults kept out {missing / 1e6:0.000} of {flowed / 1e6:0.000} kWh");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
