// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>
/// Reads what stands behind <c>--fault</c>: NAME[=NUMBER]@TIME[+LENGTH], or random=COUNT[@TIME+LENGTH]. TIME is a time of day in UTC (12:00, 12:00:30) or a time after
/// the begin (90s, 5m, 2h, 1d); LENGTH has a unit too (500ms, 30s).
/// </summary>
public sealed class FaultParser
{
    /// <summary>The word for faults drawn from the seed.</summary>
    public const string RandomName = "random";

    private const int DaySeconds = 86_400;
    private const int MostRandom = 10_000;

    private readonly long _startUtcSeconds;
    private readonly int _seed;

    /// <summary>A parser for a run.</summary>
    /// <param name="startUtcSeconds">When the run begins.</param>
    /// <param name="seed">Chooses what <c>random</c> draws.</param>
    public FaultParser(long startUtcSeconds, int seed)
    {
        _startUtcSeconds = startUtcSeconds;
        _seed = seed;
    }

    /// <summary>The faults of one text.</summary>
    /// <exception cref="FormatException">It is none; the message says what is allowed.</exception>
    public IEnumerable<PlannedFault> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] halves = text.Split('@', 2);
        string[] what = halves[0].Split('=', 2);
        string? number = what.Length > 1 ? what[1] : null;
        return what[0] == RandomName
            ? ParseRandom(text, number, halves.Length > 1 ? halves[1] : null)
            : [ParseOne(text, what[0], number, halves.Length > 1 ? halves[1] : null)];
    }

    private IReadOnlyList<PlannedFault> ParseRandom(string text, string? number, string? when)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostRandom)
        {
            throw new FormatException($"'{text}': {RandomName} needs a number of faults from 1 to {MostRandom}, as in {RandomName}=24");
        }

        (long start, long? length) = when is null ? (_startUtcSeconds, null) : When(text, when);
        return FaultPlan.Random(_seed, count, start, (length ?? (DaySeconds * 1000L)) / 1000).Faults;
    }

    private PlannedFault ParseOne(string text, string name, string? number, string? when)
    {
        FaultSwitch kind = FaultSwitches.Find(name)
            ?? throw new FormatException($"'{text}': there is no fault '{name}'; there are {string.Join(", ", FaultSwitches.All.Select(one => one.Name))}, {RandomName}");
        if (when is null)
        {
            throw new FormatException($"'{text}': no time; write {name}@12:00 or {name}@90s");
        }

        (long start, long? length) = When(text, when);
        if (length is not null && !kind.Lasts)
        {
            throw new FormatException($"'{text}': {name} is over at once and takes no length");
        }

        return new PlannedFault(kind, Argument(text, kind, number), start, length ?? (kind.UsualSeconds * 1000L));
    }

    private static int? Argument(string text, FaultSwitch kind, string? number)
    {
        if (kind.Argument is null)
        {
            return number is null ? null : throw new FormatException($"'{text}': {kind.Name} takes no number");
        }

        if (number is null)
        {
            return kind.Argument.IsRequired
                ? throw new FormatException($"'{text}': {kind.Name} needs a number: {kind.Argument.Name}, as in {kind.Name}=60@12:00")
                : kind.Argument.Usual;
        }

        bool isHexadecimal = number.StartsWith("0x", StringComparison.Ordinal);
        bool isNumber = isHexadecimal
            ? int.TryParse(number.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            : int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        return isNumber && value >= kind.Argument.Lowest && value <= kind.Argument.Highest
            ? value
            : throw new FormatException($"'{text}': {kind.Argument.Name}: {kind.Argument.Lowest} to {kind.Argument.Highest}, not {number}");
    }

    private (long StartUtcSeconds, long? LengthMilliseconds) When(string text, string when)
    {
        string[] parts = when.Split('+', 2);
        long? length = parts.Length == 1 ? null
            : Milliseconds(parts[1]) ?? throw new FormatException($"'{text}': '{parts[1]}' is no length; write 500ms, 30s, 5m, 2h or 1d");
        long start = TimeOfDay(parts[0]) ?? After(parts[0])
            ?? throw new FormatException($"'{text}': '{parts[0]}' is no time; write a time of day in UTC (12:00 or 12:00:30) or a time after the begin (90s, 5m, 2h, 1d)");
        return (start, length);
    }

    private long? After(string text)
    {
        return _startUtcSeconds + (Milliseconds(text) / 1000);
    }

    private long? TimeOfDay(string text)
    {
        if (!TimeOnly.TryParseExact(text, ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
        {
            return null;
        }

        long midnight = _startUtcSeconds / DaySeconds * DaySeconds;
        long seconds = midnight + (time.Ticks / TimeSpan.TicksPerSecond);
        return seconds < _startUtcSeconds ? seconds + DaySeconds : seconds;
    }

    private static long? Milliseconds(string text)
    {
        (string Unit, long Milliseconds)[] units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];
        foreach ((string unit, long milliseconds) in units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int amount))
            {
                return amount * milliseconds;
            }
        }

        return null;
    }
}
