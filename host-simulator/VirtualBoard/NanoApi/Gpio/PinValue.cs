// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.Gpio;

/// <summary>A level: high or low.</summary>
public readonly struct PinValue : IEquatable<PinValue>
{
    private readonly byte _value;

    private PinValue(byte value)
    {
        _value = value;
    }

    /// <summary>High.</summary>
    public static PinValue High { get; } = new(1);

    /// <summary>Low.</summary>
    public static PinValue Low { get; } = new(0);

    /// <summary>0 is low, anything else high.</summary>
    public static implicit operator PinValue(int value)
    {
        return value == 0 ? Low : High;
    }

    /// <summary>True is high.</summary>
    public static implicit operator PinValue(bool value)
    {
        return value ? High : Low;
    }

    /// <summary>0 or 1.</summary>
    public static explicit operator byte(PinValue value)
    {
        return value._value;
    }

    /// <summary>0 or 1.</summary>
    public static explicit operator int(PinValue value)
    {
        return value._value;
    }

    /// <summary>True when high.</summary>
    public static explicit operator bool(PinValue value)
    {
        return value._value != 0;
    }

    /// <summary>Same level.</summary>
    public static bool operator ==(PinValue a, PinValue b)
    {
        return a.Equals(b);
    }

    /// <summary>Different levels.</summary>
    public static bool operator !=(PinValue a, PinValue b)
    {
        return !a.Equals(b);
    }

    /// <inheritdoc/>
    public bool Equals(PinValue other)
    {
        return _value == other._value;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj)
    {
        return obj is PinValue other && Equals(other);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        return _value;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return _value == 0 ? "Low" : "High";
    }
}
