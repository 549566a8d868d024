// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>One column of a form: its name, and how its text becomes an integer in the unit the simulator keeps.</summary>
internal sealed class CsvColumn
{
    private static readonly string[] s_timeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK"];
    private static readonly string[] s_missing = ["", "null", "nan", "na", "n/a"];
    private readonly Parser _parser;
    private readonly bool _mayBeMissing;

    private CsvColumn(string name, string allowed, Parser parser, bool isOptional = false, bool mayBeMissing = false)
    {
        Name = name;
        Allowed = allowed;
        IsOptional = isOptional;
        _parser = parser;
        _mayBeMissing = mayBeMissing;
    }

    private delegate bool Parser(string text, out long value);

    /// <summary>Name in the header.</summary>
    public string Name { get; }

    /// <summary>What is allowed in it, for people.</summary>
    public string Allowed { get; }

    /// <summary>True when a file may leave it out.</summary>
    public bool IsOptional { get; }

    /// <summary>A measured value from <paramref name="minimum"/> to <paramref name="maximum"/>, kept as an integer in units of 1/<paramref name="scale"/>. It may be missing.</summary>
    public static CsvColumn Measured(string name, decimal minimum, decimal maximum, int scale, string unit) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"a number from {minimum:0.##} to {maximum:0.##} ({unit}), or nothing"),
        (string text, out long value) => TryScaled(text, minimum, maximum, scale, out value),
        mayBeMissing: true);

    /// <summary>A whole number that says where the row belongs.</summary>
    public static CsvColumn Whole(string name, int minimum, int maximum) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"),
        (string text, out long value) => TryWhole(text, minimum, maximum, out value));

    /// <summary>A time in ISO 8601; without an offset it is UTC.</summary>
    public static CsvColumn Time(string name) => new(
        name, "a time such as 2025-06-21T13:45:00Z, from 1970 to 2037", TryTime);

    /// <summary>A time in seconds since 1970-01-01 UTC.</summary>
    public static CsvColumn UnixTime(string name) => Whole(name, 0, int.MaxValue);

    /// <summary>Free text, for names; its value is 0.</summary>
    public static CsvColumn Text(string name, bool isOptional) => new(name, "1 to 40 characters", TryText, isOptional);

    /// <summary>Whether a field says that there is no value, where that is allowed.</summary>
    public bool IsMissing(string text) => _mayBeMissing && Array.Exists(s_missing, missing => missing.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads one field.</summary>
    public bool TryParse(string text, out long value) => _parser(text, out value);

    private static bool TryScaled(string text, decimal minimum, decimal maximum, int scale, out long value)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool isValid = decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out decimal number) && number >= minimum && number <= maximum;
        value = isValid ? (long)decimal.Round(number * scale, MidpointRounding.AwayFromZero) : 0;
        return isValid;
    }

    private static bool TryWhole(string text, int minimum, int maximum, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= minimum && value <= maximum;

    private static bool TryTime(string text, out long value)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        bool isValid = DateTimeOffset.TryParseExact(text, s_timeFormats, CultureInfo.InvariantCulture, Styles, out DateTimeOffset time);
        value = isValid ? time.ToUnixTimeSeconds() : 0;
        return isValid && value >= 0 && value <= int.MaxValue;
    }

    private static bool TryText(string text, out long value)
    {
        value = 0;
        return text.Length is > 0 and <= 40;
    }
}
