// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>The named readings, and options by name.</summary>
public static class Readings
{
    /// <summary>The recommended reading: every default.</summary>
    public static readonly Reading C0 = new();

    /// <summary>C0 with equation (5) in every slot.</summary>
    public static readonly Reading H0 = C0 with { PriceHold = PriceHold.RealTime };

    /// <summary>No base load, bells without end for demand and generation, asks fall only while above the operator's price.</summary>
    public static readonly Reading M1 = C0 with
    {
        BaseLoadKw = 0,
        PeakCutSd = 100,
        GenerationCurve = GenerationCurve.Gaussian,
        AskFall = AskFall.UnsoldAboveOperator,
    };

    /// <summary>Synchronizing only with own generation, daylight from 5:30 to 20:30.</summary>
    public static readonly Reading G1 = C0 with { SyncGate = SyncGate.WithGeneration, Sunrise = 5.5, Sunset = 20.5 };

    /// <summary>Ablation: a price that never moves.</summary>
    public static readonly Reading ConstantPrice = C0 with { PriceExponent = 0 };

    /// <summary>Ablation: synchronizing adds no demand, so it cannot move the price.</summary>
    public static readonly Reading NoExtraDemand = C0 with { ExtraDemand = 0 };

    /// <summary>Ablation: a synchronizer pays for his own demand.</summary>
    public static readonly Reading SyncPays = C0 with { SyncCharge = SyncCharge.OwnDemand };

    /// <summary>The readings by name.</summary>
    public static IReadOnlyDictionary<string, Reading> Named { get; } = new Dictionary<string, Reading>(StringComparer.OrdinalIgnoreCase)
    {
        ["C0"] = C0,
        ["H0"] = H0,
        ["M1"] = M1,
        ["G1"] = G1,
        ["constant-price"] = ConstantPrice,
        ["no-extra-demand"] = NoExtraDemand,
        ["sync-pays"] = SyncPays,
    };

    /// <summary>Every option of a reading, in the order of the paper's points.</summary>
    public static IReadOnlyList<ReadingOption> Options { get; } =
        [.. typeof(Reading).GetProperties().Where(p => p.IsDefined(typeof(ReadingOptionAttribute))).Select(p => new ReadingOption(p))];

    /// <summary>Parses a name with changes: <c>C0</c>, or <c>C0,price-hold=real-time,price-exponent=1</c>.</summary>
    /// <exception cref="FormatException">An unknown name or option, or a value the option does not take.</exception>
    public static Reading Parse(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !Named.TryGetValue(parts[0], out Reading? reading))
        {
            throw new FormatException($"'{text}' names no reading. Start with one of: {string.Join(", ", Named.Keys)}.");
        }

        foreach (string change in parts.Skip(1))
        {
            reading = Change(reading, change);
        }

        ReadingRules.Check(reading);
        return reading;
    }

    private static Reading Change(Reading reading, string change)
    {
        string[] sides = change.Split('=', 2, StringSplitOptions.TrimEntries);
        ReadingOption option = Options.FirstOrDefault(o => o.Name == sides[0])
            ?? throw new FormatException($"'{sides[0]}' is no option of a reading. Options: {string.Join(", ", Options.Select(o => o.Name))}.");
        return sides.Length == 2 ? option.With(reading, sides[1]) : throw new FormatException($"'{change}' has no value: write {option.Name}={option.Allowed}.");
    }
}
