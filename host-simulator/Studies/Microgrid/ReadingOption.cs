// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>One option of a <see cref="Reading"/>, as text.</summary>
public sealed class ReadingOption
{
    private readonly PropertyInfo _property;
    private readonly ReadingOptionAttribute _names;

    internal ReadingOption(PropertyInfo property)
    {
        _property = property;
        _names = property.GetCustomAttribute<ReadingOptionAttribute>()!;
    }

    /// <summary>The point of the paper, for example <c>A6</c>.</summary>
    public string Point => _names.Point;

    /// <summary>The name people type, for example <c>price-hold</c>.</summary>
    public string Name => _names.Name;

    /// <summary>One line of explanation.</summary>
    public string Meaning => _names.Meaning;

    /// <summary>What may be typed: the names of a choice, <c>true|false</c>, or <c>number</c>.</summary>
    public string Allowed =>
        _property.PropertyType.IsEnum ? string.Join('|', Enum.GetNames(_property.PropertyType).Select(Kebab))
        : _property.PropertyType == typeof(bool) ? "true|false" : "number";

    /// <summary>The option's value in a reading, as it is typed.</summary>
    public string ValueIn(Reading reading)
    {
        object value = _property.GetValue(reading)!;
        return value is Enum or bool ? Kebab(value.ToString()!) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }

    /// <summary>The same reading with another value.</summary>
    /// <exception cref="FormatException">The text is none of <see cref="Allowed"/>.</exception>
    public Reading With(Reading reading, string text)
    {
        Reading changed = reading with { };
        _property.SetValue(changed, Parse(text));
        return changed;
    }

    private object Parse(string text)
    {
        Type type = _property.PropertyType;
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().FirstOrDefault(v => Kebab(v.ToString()!) == text) ?? throw Refused(text);
        }

        try
        {
            return Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw Refused(text);
        }
    }

    private FormatException Refused(string text) => new($"'{text}' is no value of {Name}: it takes {Allowed}.");

    // DayProfitSoFar -> day-profit-so-far
    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));
}
