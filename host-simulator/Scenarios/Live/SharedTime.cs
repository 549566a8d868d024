// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>
/// Wall-clock time that passes faster, the same in every process with the same speed: meters and markets in processes of their own agree on the slot without a word.
/// It is counted from one moment for all, so accelerated time lies far ahead of the wall clock.
/// </summary>
public sealed class SharedTime
{
    /// <summary>The highest speed: a year takes nine hours, and a century hence is still a date.</summary>
    public const double HighestSpeed = 1000;

    private static readonly DateTime s_anchor = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Func<DateTime> _utcNow;

    /// <summary>A clock.</summary>
    /// <param name="speed">Its seconds in a second, above 0, at most <see cref="HighestSpeed"/>.</param>
    /// <param name="utcNow">The wall clock; null for that of the computer.</param>
    public SharedTime(double speed, Func<DateTime>? utcNow = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(speed, HighestSpeed);
        Speed = speed;
        _utcNow = utcNow ?? (() => DateTime.UtcNow);
    }

    /// <summary>Its seconds in a second.</summary>
    public double Speed { get; }

    /// <summary>Now, in microseconds since 1970-01-01 UTC.</summary>
    public long UtcMicroseconds
    {
        get
        {
            DateTime now = _utcNow();
            DateTime scaled = s_anchor + ((now - s_anchor) * Speed);
            return (long)(scaled - DateTime.UnixEpoch).TotalMicroseconds;
        }
    }

    /// <summary>Now, in milliseconds since 1970-01-01 UTC.</summary>
    public long UtcMilliseconds => UtcMicroseconds / 1000;

    /// <summary>Now.</summary>
    public DateTime Utc => DateTime.UnixEpoch.AddMicroseconds(UtcMicroseconds);
}
