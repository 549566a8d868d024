// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using Prosumeter.Messages;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>The fields of a message as docs/PROTOCOL.md writes them: "| item | name | lowest | highest |".</summary>
internal sealed class FieldTable : FieldVisitor
{
    private const int ItemsBefore = 2;

    private readonly List<string> _rows = [];

    public static IReadOnlyList<string> Of(Message message)
    {
        FieldTable table = new();
        message.Visit(table);
        return table._rows;
    }

    public override long Long(string name, long value, long lowest, long highest)
    {
        Add(name, string.Create(CultureInfo.InvariantCulture, $"{lowest} | {highest}"));
        return value;
    }

    public override bool Boolean(string name, bool value)
    {
        Add(name, "| true or false");
        return value;
    }

    public override string Text(string name, string value, int longest, bool isMultiline)
    {
        Add(name, string.Create(CultureInfo.InvariantCulture, $"| {longest} characters"));
        return value;
    }

    private void Add(string name, string range) => _rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {_rows.Count + 1 + ItemsBefore} | {name} | {range} |").Replace("|  |", "| |", StringComparison.Ordinal));
}
