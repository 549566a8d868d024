// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The meters of a cluster as its operator lists them: a CSV file with a line "meter,storage_wh,cost_micros" and one line a meter. A field that is left empty is not
/// known; a line that begins with # is a remark.
/// </summary>
public sealed class MeterList
{
    private const string Header = "meter,storage_wh,cost_micros";
    private const long MostWattHours = 1_000_000_000_000;
    private const int MilliwattHoursPerWattHour = 1000;
    private readonly Dictionary<int, ListedMeter> _meters = [];

    /// <summary>How many meters are listed.</summary>
    public int Count => _meters.Count;

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A line is refused; the message names it and what is allowed.</exception>
    public static MeterList Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        MeterList list = new();
        bool isHeaderSeen = false;
        int number = 0;
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            number++;
            if (line.Trim().Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (isHeaderSeen)
            {
                list.Add(line, number);
            }
            else if (line.Trim() != Header)
            {
                throw new FormatException($"line {number}: '{line}' is refused; the first line is {Header}");
            }

            isHeaderSeen = true;
        }

        return list;
    }

    /// <summary>What is listed of a meter, or null when it is not.</summary>
    public ListedMeter? Find(int meter) => _meters.GetValueOrDefault(meter);

    private void Add(string line, int number)
    {
        string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
        Require(fields.Length == 3, number, line, "three fields: " + Header);
        long? meter = Number(fields[0], 1, int.MaxValue, number, "meter");
        Require(meter is not null, number, line, "a meter number from 1");
        long? storage = Number(fields[1], 0, MostWattHours, number, "storage_wh") * MilliwattHoursPerWattHour;
        long? cost = Number(fields[2], 0, int.MaxValue, number, "cost_micros");
        Require(_meters.TryAdd((int)meter!, new ListedMeter(storage, (int?)cost)), number, line, "each meter once");
    }

    private static long? Number(string field, long lowest, long highest, int number, string name)
    {
        if (field.Length == 0)
        {
            return null;
        }

        bool isGood = long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= lowest && value <= highest;
        Require(isGood, number, $"{name} '{field}'", $"{lowest} to {highest}");
        return value;
    }

    private static void Require(bool isMet, int number, string what, string allowed)
    {
        if (!isMet)
        {
            throw new FormatException($"line {number}: {what} is refused; allowed: {allowed}");
        }
    }
}
