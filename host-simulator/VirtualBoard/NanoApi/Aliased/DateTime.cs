// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>nanoFramework's DateTime: always UTC, and "now" is what the board's clock believes.</summary>
public readonly struct DateTime : IEquatable<DateTime>
{
    private readonly System.DateTime _value;

    /// <summary>A point in time by its 100 ns ticks since year 1.</summary>
    public DateTime(long ticks)
        : this(new System.DateTime(ticks, DateTimeKind.Utc))
    {
    }

    /// <summary>Midnight of a day.</summary>
    public DateTime(int year, int month, int day)
        : this(year, month, day, 0, 0, 0)
    {
    }

    /// <summary>A second of a day.</summary>
    public DateTime(int year, int month, int day, int hour, int minute, int second)
        : this(new System.DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc))
    {
    }

    private DateTime(System.DateTime value)
    {
        _value = value;
    }

    /// <summary>1970-01-01.</summary>
    public static DateTime UnixEpoch => new(System.DateTime.UnixEpoch);

    /// <summary>The board's time; 1970 until somebody sets the clock.</summary>
    public static DateTime UtcNow
    {
        get
        {
            VirtualBoard board = VirtualBoard.Current;
            board.Wifi.Update();
            return new DateTime(System.DateTime.UnixEpoch.AddTicks(board.Clock.UtcMicroseconds * TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>Year.</summary>
    public int Year => _value.Year;

    /// <summary>Month, 1 to 12.</summary>
    public int Month => _value.Month;

    /// <summary>Day of the month.</summary>
    public int Day => _value.Day;

    /// <summary>Hour, 0 to 23.</summary>
    public int Hour => _value.Hour;

    /// <summary>Minute, 0 to 59.</summary>
    public int Minute => _value.Minute;

    /// <summary>Second, 0 to 59.</summary>
    public int Second => _value.Second;

    /// <summary>Millisecond, 0 to 999.</summary>
    public int Millisecond => _value.Millisecond;

    /// <summary>100 ns ticks since year 1.</summary>
    public long Ticks => _value.Ticks;

    /// <summary>Later point.</summary>
    public static DateTime operator +(DateTime d, TimeSpan t)
    {
        return new DateTime(d._value + t);
    }

    /// <summary>Time between.</summary>
    public static TimeSpan operator -(DateTime d1, DateTime d2)
    {
        return d1._value - d2._value;
    }

    /// <summary>Equal.</summary>
    public static bool operator ==(DateTime d1, DateTime d2)
    {
        return d1._value == d2._value;
    }

    /// <summary>Not equal.</summary>
    public static bool operator !=(DateTime d1, DateTime d2)
    {
        return d1._value != d2._value;
    }

    /// <summary>Earlier.</summary>
    public static bool operator <(DateTime t1, DateTime t2)
    {
        return t1._value < t2._value;
    }

    /// <summary>Later.</summary>
    public static bool operator >(DateTime t1, DateTime t2)
    {
        return t1._value > t2._value;
    }

    /// <summary>Earlier or equal.</summary>
    public static bool operator <=(DateTime t1, DateTime t2)
    {
        return t1._value <= t2._value;
    }

    /// <summary>Later or equal.</summary>
    public static bool operator >=(DateTime t1, DateTime t2)
    {
        return t1._value >= t2._value;
    }

    /// <summary>The point that many seconds after 1970-01-01.</summary>
    public static DateTime FromUnixTimeSeconds(long seconds)
    {
        return new DateTime(System.DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond));
    }

    /// <summary>Seconds since 1970-01-01.</summary>
    public long ToUnixTimeSeconds()
    {
        return (_value.Ticks - System.DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
    }

    /// <summary>Later by seconds.</summary>
    public DateTime AddSeconds(double val)
    {
        return new DateTime(_value.AddSeconds(val));
    }

    /// <summary>Text by a format of .NET.</summary>
    public string ToString(string format)
    {
        return _value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return ToString("MM/dd/yyyy HH:mm:ss");
    }

    /// <inheritdoc/>
    public bool Equals(DateTime other)
    {
        return _value == other._value;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj)
    {
        return obj is DateTime other && Equals(other);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        return _value.GetHashCode();
    }
}
