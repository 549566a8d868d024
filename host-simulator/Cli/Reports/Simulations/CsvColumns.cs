// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>
/// The columns of a table of records: one for each figure, named as in the JSON, those of records inside with the record's name before them. A new figure cannot be
/// forgotten.
/// </summary>
/// <typeparam name="TRow">What a line shows.</typeparam>
internal sealed class CsvColumns<TRow>
{
    private readonly List<(string Name, Func<object?, object?> Value)> _columns = [];

    public CsvColumns() => Add(typeof(TRow), string.Empty, row => row);

    /// <summary>Names of the columns.</summary>
    public IEnumerable<string> Names => _columns.Select(column => column.Name);

    /// <summary>The texts of a line; empty where there is no figure.</summary>
    public IEnumerable<string> Of(TRow row) => _columns.Select(column => Convert.ToString(column.Value(row), CultureInfo.InvariantCulture) ?? string.Empty);

    private void Add(Type type, string prefix, Func<object?, object?> owner)
    {
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            string name = prefix.Length == 0 ? JsonNamingPolicy.CamelCase.ConvertName(property.Name) : prefix + property.Name;
            object? Value(object? row) => owner(row) is object record ? property.GetValue(record) : null;
            Type plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (plain.IsPrimitive || plain == typeof(string))
            {
                _columns.Add((name, Value));
            }
            else
            {
                Add(plain, name, Value);
            }
        }
    }
}
