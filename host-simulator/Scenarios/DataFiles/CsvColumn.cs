// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>One column of a form: its name, and how its text becomes an integer in the unit the simulator keeps.</summary>
internal sealed class CsvColumn
{
    private static readonly string[] s_timeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK"];
    private readonly Parser _parser;

    private CsvColumn(string name, string allowed, Parser parser, bool isOptional)
    {
        Name = name;
        Allowed = allowed;
        IsOptional = isOptional;
        _parser = parser;
    }

    private delegate bool Parser(string text, out long value);

    /// <summary>Name in the header.</summary>
    public string Name { get; }

    /// <summary>What is allowed in it, for people.</summary>
    public string Allowed { get; }

    /// <summary>True when a file may leave it out.</summary>
    public bool IsOptional { get; }

    /// <summary>A decimal number from <paramref name="minimum"/> to <paramref name="maximum"/>, kept as an integer in units of 1/<paramref name="scale"/>.</summary>
    public static CsvColumn Number(string name, decimal minimum, decimal maximum, int scale, string unit, bool isOptional = false) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"a number from {minimum:0.##} to {maximum:0.##} ({unit})"),
        (string text, out long value) => TryScaled(text, minimum, maximum, scale, out value),
        isOptional);

    /// <summary>A time in ISO 8601; without an offset it is UTC.</summary>
    public static CsvColumn Time(string name) => new(
        name, "a time such as 2025-06-21T13:45:00Z, from 1970 to 2037", TryTime, isOptional: false);

    /// <summary>A time in seconds since 1970-01-01 UTC.</summary>
    public static CsvColumn UnixTime(string name) => Number(name, 0, int.MaxValue, 1, "whole seconds since 1970-01-01 UTC");

    /// <summary>Free text, for names; its value is 0.</summary>
    public static CsvColumn Text(string name, bool isOptional) => new(name, "1 to 40 characters", TryText, isOptional);

    /// <summary>Reads one field.</summary>
    public bool TryParse(string text, out long value) => _parser(text, out value);

    private static bool TryScaled(string text, decimal minimum, decimal maximum, int scale, out long value)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool isValid = decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out decimal number) && number >= minimum && number <= maximum;
        value = isValid ? (long)decimal.Round(number * scale, MidpointRounding.AwayFromZero) : 0;
        return isValid;
    }

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
