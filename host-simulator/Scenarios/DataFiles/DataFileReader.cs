// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>Reads measured input: a CSV file of any form in docs/data-format.md. The first bad row refuses the whole file.</summary>
public sealed class DataFileReader
{
    private const int MaxLineCharacters = 1000;
    private readonly string _file;
    private readonly Dictionary<string, List<Sample>> _samplesByHome = [];
    private int _line;
    private int _negativeLoadRows;
    private int _missingRows;
    private DataError? _error;

    private DataFileReader(string file) => _file = file;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for errors and as the home's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="data">What it holds, when it is good.</param>
    /// <param name="error">Why it was refused, when it was.</param>
    public static bool TryRead(string file, TextReader text, [NotNullWhen(true)] out DataFile? data, [NotNullWhen(false)] out DataError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        DataFileReader reader = new(file);
        data = reader.Read(text);
        error = data is null ? reader._error! : null;
        return data is not null;
    }

    private DataFile? Read(TextReader text)
    {
        string header = NextLine(text) ?? string.Empty;
        string[] names = Fields(header).Select(name => name.ToLowerInvariant()).ToArray();
        if (DataForm.Of(names) is not DataForm form)
        {
            Refuse(string.Empty, header, "one of the headers " + string.Join("; ", DataForm.All));
            return null;
        }

        RowReader row = new(form, names);
        while (_error is null && NextLine(text) is string line)
        {
            TakeLine(row, line);
        }

        return _error is null ? Finish(form) : null;
    }

    private void TakeLine(RowReader row, string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        if (!row.TryRead(Fields(line), out string column, out string value, out string allowed))
        {
            Refuse(column, value, allowed);
        }
        else if (row.IsMissing)
        {
            _missingRows++;
        }
        else
        {
            Take(row.Home, row.Sample, value: line);
        }
    }

    private void Take(string home, Sample sample, string value)
    {
        if (!_samplesByHome.TryGetValue(home, out List<Sample>? samples))
        {
            _samplesByHome[home] = samples = [];
        }

        if (samples.Count > 0 && sample.UtcSeconds <= samples[^1].UtcSeconds)
        {
            Refuse(string.Empty, value, "rows in rising time, each time once");
        }

        _negativeLoadRows += sample.First < 0 ? 1 : 0;
        samples.Add(sample with { First = Math.Max(sample.First, 0) });
    }

    private DataFile? Finish(DataForm form)
    {
        if (_samplesByHome.Count == 0 || _samplesByHome.Values.Any(samples => samples.Count < 2))
        {
            _line = 0;
            Refuse(string.Empty, "fewer than two rows", "at least two rows for each home, so that their distance is known");
            return null;
        }

        SampleSeries[] series = _samplesByHome
            .Select(home => new SampleSeries(home.Key.Length > 0 ? home.Key : Path.GetFileNameWithoutExtension(_file), form.Kind, home.Value))
            .ToArray();
        return new DataFile(_file, form.Kind, series, _negativeLoadRows, _missingRows);
    }

    private string? NextLine(TextReader text)
    {
        string? line = text.ReadLine();
        _line++;
        if (line is not null && (line.Length > MaxLineCharacters || line.Contains('\0')))
        {
            Refuse(string.Empty, line, "lines of text of at most 1000 characters");
            return null;
        }

        return line;
    }

    private void Refuse(string column, string value, string allowed) => _error ??= new DataError(_file, _line, column, value, allowed);

    private static string[] Fields(string line) => line.Split(',', StringSplitOptions.TrimEntries);
}
