// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.DataFiles;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>What a reader must know about the input of a demo.</summary>
internal static class DemoNotes
{
    /// <summary>The notes, none for generated homes.</summary>
    public static IReadOnlyList<string> Of(DemoSettings settings, IEnumerable<DemoHome> homes, long fromUtcSeconds, long toUtcSeconds)
    {
        if (settings.Data is not MeasuredData data)
        {
            return [];
        }

        return [.. Date(data, fromUtcSeconds), .. data.Files.SelectMany(Rows), .. homes.SelectMany(home => Gap(home, fromUtcSeconds, toUtcSeconds))];
    }

    private static IEnumerable<string> Date(MeasuredData data, long fromUtcSeconds)
    {
        if (data.FirstDayUtcSeconds != fromUtcSeconds)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the first measured day, {DateTime.UnixEpoch.AddSeconds(data.FirstDayUtcSeconds):yyyy-MM-dd}, is simulated as {DateTime.UnixEpoch.AddSeconds(fromUtcSeconds):yyyy-MM-dd}");
        }
    }

    private static IEnumerable<string> Rows(DataFile file)
    {
        if (file.MissingRows > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {file.MissingRows} rows without a value leave gaps");
        }

        if (file.NegativeLoadRows > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{file.Name}: in {file.NegativeLoadRows} rows PV and grid add up to a negative load, taken as 0");
        }
    }

    private static IEnumerable<string> Gap(DemoHome home, long fromUtcSeconds, long toUtcSeconds)
    {
        long missing = ((SeriesProfile)home.Profile).SecondsWithoutData(fromUtcSeconds, toUtcSeconds);
        if (missing > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{home.Meter.Home}: no data for {TimeSpan.FromSeconds(missing).TotalHours:0.0} of {TimeSpan.FromSeconds(toUtcSeconds - fromUtcSeconds).TotalHours:0} h, taken as 0 W");
        }
    }
}
