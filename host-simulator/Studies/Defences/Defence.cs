// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Defences;

/// <summary>A counter-measure: a change of the rules under which prosumers learn anew.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Meaning">What the operator does.</param>
/// <param name="Apply">The rules with the defence.</param>
public sealed record Defence(string Name, string Meaning, Func<Reading, Reading> Apply)
{
    /// <summary>The rules as they are.</summary>
    public static readonly Defence None = new("none", "the paper's rules", r => r);

    /// <summary>The defences of the study, without those that depend on a detector.</summary>
    public static IReadOnlyList<Defence> All { get; } =
    [
        None,
        new("exponent 1", "the price rises in proportion to demand, not with its square", r => r with { PriceExponent = 1 }),
        new("real-time price", "the price follows demand down, too", r => r with { PriceHold = PriceHold.RealTime }),
        new("real-time price, exponent 1", "both", r => r with { PriceHold = PriceHold.RealTime, PriceExponent = 1 }),
        Jitter(1, "15 min"),
        Jitter(2, "30 min"),
        Jitter(4, "1 h"),
        Jitter(8, "2 h"),
        Jitter(16, "4 h"),
        Exclusion(0.25),
        Exclusion(0.5),
        Exclusion(0.9),
        Exclusion(1),
        Fined(0.25, 1),
        Fined(0.25, 2),
        Fined(0.25, 4),
        Fined(0.5, 1),
        Fined(0.5, 2),
        Fined(0.5, 4),
        Fined(0.9, 1),
        Fined(0.9, 2),
        Fined(0.9, 4),
        new("bill own demand", "slots of synchronization are billed for own demand", r => r with { SyncCharge = SyncCharge.OwnDemand }),
        new("bill own and extra demand", "they are billed for all demand", r => r with { SyncCharge = SyncCharge.OwnAndExtraDemand }),
        new("slots of 5 minutes", "prices and actions change three times as often", r => r with { SlotsPerDay = 3 * r.SlotsPerDay }),
        Response(0.5),
        Response(1),
        Response(2),
        new("real-time price, exponent 1, jitter 30 min", "three mild defences", r => r with { PriceHold = PriceHold.RealTime, PriceExponent = 1, JitterSlots = 2 }),
        new("real-time price, exponent 1, bill own demand", "incentive and leverage together", r => r with { PriceHold = PriceHold.RealTime, PriceExponent = 1, SyncCharge = SyncCharge.OwnDemand }),
    ];

    /// <summary>Exclusion at the rate at which a detector finds synchronizing meters.</summary>
    public static Defence Reporting(int minutes, double found) => new(
        FormattableString.Invariant($"{minutes}-minute reports, flagged demand excluded"),
        FormattableString.Invariant($"a detector that finds {100 * found:0} % of synchronizing meters at 1 % false alerts; the extra demand comes in a pulse"),
        r => r with { Detection = found });

    private static Defence Jitter(double slots, string time) => new(
        $"jitter up to {time}", "each prosumer's extra demand starts late by a random time, new every day", r => r with { JitterSlots = slots });

    private static Defence Exclusion(double chance) => new(
        FormattableString.Invariant($"exclude flagged demand, {100 * chance:0} % flagged"), "flagged extra demand does not count for the price", r => r with { Detection = chance });

    private static Defence Fined(double chance, double fine) => new(
        FormattableString.Invariant($"exclude and fine {fine} x, {100 * chance:0} % flagged"), "flagged prosumers also pay a multiple of their own demand", r => r with { Detection = chance, Fine = fine });

    private static Defence Response(double payment) => new(
        FormattableString.Invariant($"response payment {payment} x"), "friendly prosumers are paid for extra demand not added while the price is above its base", r => r with { ResponsePayment = payment });
}
