// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>One fault of a plan: a switch that goes on at a time and, where it lasts, off again.</summary>
/// <param name="Switch">What is switched.</param>
/// <param name="Argument">Its number, or null where it has none.</param>
/// <param name="StartUtcSeconds">When it begins, true UTC in seconds.</param>
/// <param name="LengthMilliseconds">How long it lasts in ms; 0 where it is over at once, <see cref="ForEver"/> without an end.</param>
public sealed record PlannedFault(FaultSwitch Switch, int? Argument, long StartUtcSeconds, long LengthMilliseconds)
{
    /// <summary>A length without an end.</summary>
    public const long ForEver = long.MaxValue;

    /// <summary>Milliseconds behind <see cref="StartUtcSeconds"/>.</summary>
    public int StartMilliseconds { get; init; }

    /// <summary>When it begins, UTC in microseconds.</summary>
    public long StartUtcMicroseconds => (StartUtcSeconds * 1_000_000) + (StartMilliseconds * 1000L);

    /// <summary>When it ends, UTC in microseconds; <see cref="long.MaxValue"/> for never.</summary>
    public long EndUtcMicroseconds => LengthMilliseconds == ForEver ? long.MaxValue : StartUtcMicroseconds + (LengthMilliseconds * 1000);

    /// <summary>True when another fault holds the same switch.</summary>
    public bool IsSameSwitch(PlannedFault other)
    {
        return other.Switch == Switch && other.Argument == Argument;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string argument = Argument is null ? "" : string.Create(CultureInfo.InvariantCulture, $"={Argument}");
        string length = LengthMilliseconds is 0 or ForEver ? "" : string.Create(CultureInfo.InvariantCulture, $"+{LengthMilliseconds}ms");
        string start = System.DateTime.UnixEpoch.AddSeconds(StartUtcSeconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"{Switch.Name}{argument}@{start}{length}";
    }
}
