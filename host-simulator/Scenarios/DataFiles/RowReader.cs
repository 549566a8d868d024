// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>Turns the fields of one line into a sample of a form.</summary>
internal sealed class RowReader
{
    private const string HomeColumn = "home";
    private readonly DataForm _form;
    private readonly CsvColumn[] _columnOfField;
    private readonly int[] _valueOfField;
    private readonly long[] _values;
    private readonly int _homeField = -1;

    /// <summary>A reader for files of a form whose columns stand as the header names them.</summary>
    public RowReader(DataForm form, string[] header)
    {
        _form = form;
        _values = new long[form.Columns.Count];
        _columnOfField = new CsvColumn[header.Length];
        _valueOfField = new int[header.Length];
        for (int field = 0; field < header.Length; field++)
        {
            int column = ColumnNamed(header[field], form.Columns);
            _columnOfField[field] = form.Columns[column];
            _valueOfField[field] = column;
            _homeField = header[field] == HomeColumn ? field : _homeField;
        }
    }

    /// <summary>The last row's sample.</summary>
    public Sample Sample { get; private set; }

    /// <summary>The last row's home; empty when the form has no such column.</summary>
    public string Home { get; private set; } = string.Empty;

    /// <summary>Whether the last row leaves a value out: it says when, but not how much.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Reads one line's fields.</summary>
    /// <returns>False with the column, the value and what is allowed there.</returns>
    public bool TryRead(string[] fields, out string column, out string value, out string allowed)
    {
        IsMissing = false;
        (column, value, allowed) = (string.Empty, string.Empty, string.Empty);
        if (fields.Length != _columnOfField.Length)
        {
            value = string.Join(',', fields);
            allowed = string.Create(CultureInfo.InvariantCulture, $"{_columnOfField.Length} fields, as in the header");
            return false;
        }

        for (int field = 0; field < fields.Length; field++)
        {
            bool isMissing = _columnOfField[field].IsMissing(fields[field]);
            IsMissing |= isMissing;
            if (!isMissing && !_columnOfField[field].TryParse(fields[field], out _values[_valueOfField[field]]))
            {
                (column, value, allowed) = (_columnOfField[field].Name, fields[field], _columnOfField[field].Allowed);
                return false;
            }
        }

        Home = _homeField >= 0 ? fields[_homeField] : string.Empty;
        Sample = _form.Convert(_values);
        return true;
    }

    private static int ColumnNamed(string name, IReadOnlyList<CsvColumn> columns)
    {
        int column = 0;
        while (columns[column].Name != name)
        {
            column++;
        }

        return column;
    }
}
