// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>How reports are judged.</summary>
/// <param name="Baseline">Which past days count.</param>
/// <param name="SlotsPerDay">Slots judged in a day: a multiple of 6.</param>
/// <param name="ReportsPerSlot">Reports in a slot. When they divide into thirds, each third is judged too, so that a short pulse does not drown.</param>
/// <param name="BaselineDays">Days to watch before the first judgement; at least 4.</param>
/// <param name="MemoryDays">Days kept by <see cref="BaselineRule.Robust"/>.</param>
/// <param name="FalseAlarmRate">Part of the slots without synchronization that may raise an alert.</param>
public sealed record DetectorSettings(
    BaselineRule Baseline = BaselineRule.Robust,
    int SlotsPerDay = 96,
    int ReportsPerSlot = 1,
    int BaselineDays = 28,
    int MemoryDays = 56,
    double FalseAlarmRate = 0.01)
{
    /// <summary>The day is split into so many parts, each with its own clean days: a campaign need not fill a day.</summary>
    public const int DayParts = 6;

    /// <summary>Windows judged in a slot: the whole, and its thirds when reports are that fine.</summary>
    public int Windows => ReportsPerSlot % 3 == 0 ? 4 : 1;

    /// <summary>Score above which a slot is reported: a standard normal number exceeds it at the false alarm rate (Bonferroni over windows); that meters are independent when nobody synchronizes is assumed.</summary>
    public double Threshold => Quantile(1 - (FalseAlarmRate / Windows));

    /// <summary>Refuses settings that make no sense.</summary>
    /// <exception cref="ArgumentException">Says which.</exception>
    public void Check()
    {
        Need(SlotsPerDay > 0 && SlotsPerDay % DayParts == 0, $"SlotsPerDay {SlotsPerDay} is no positive multiple of {DayParts}.");
        Need(ReportsPerSlot > 0, $"ReportsPerSlot {ReportsPerSlot} is not positive.");
        Need(BaselineDays >= 4 && MemoryDays >= BaselineDays, $"BaselineDays {BaselineDays} must be 4 or more, and MemoryDays {MemoryDays} no fewer.");
        Need(FalseAlarmRate is >= 1e-6 and <= 0.5, $"FalseAlarmRate {FalseAlarmRate} is not from 0.000001 to 0.5.");
    }

    private static void Need(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }

    private static double Quantile(double probability)
    {
        double low = 0, high = 6;
        for (int i = 0; i < 50; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = NormalTable.Cumulative(middle) < probability ? (middle, high) : (low, middle);
        }

        return low;
    }
}
