// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.DataFiles;
using Prosumeter.Tests.Projects;

namespace Prosumeter.Tests.Scenarios.DataFiles;

/// <summary>The sample day that the product ships is generated: four homes, means of a quarter of an hour, and PV of the first three.</summary>
[TestClass]
public sealed class SampleDayTests
{
    private const string RelativePath = "host-simulator/Scenarios/Data/sample-day.csv";
    private const long Day = 1_750_464_000;
    private const int Interval = 900;
    private const int SecondsPerDay = 86_400;

    private static readonly (string Name, ulong Seed, double PeakWatts)[] s_homes =
    [
        ("sample-terrace", 11, 4200), ("sample-cottage", 12, 5500), ("sample-villa", 13, 9000), ("sample-flat", 14, 0),
    ];

    [TestMethod]
    public void FileIsWhatTheGeneratorGives()
    {
        string path = Path.Combine(RepositoryFolder.Path, RelativePath);
        string expected = Generate();

        if (!File.Exists(path) || File.ReadAllText(path) != expected)
        {
            string fresh = Path.Combine(Path.GetTempPath(), "sample-day.csv");
            File.WriteAllText(fresh, expected);
            Assert.Fail($"If the generator was changed on purpose, copy {fresh} to {RelativePath}.");
        }
    }

    [TestMethod]
    public void FileIsRead()
    {
        Assert.IsTrue(MeasuredData.TryLoad([Path.Combine(RepositoryFolder.Path, RelativePath)], out MeasuredData? data, out string? error), error);
        Assert.HasCount(4, data.Homes);
        Assert.IsTrue(data.Homes.All(home => home.Count == SecondsPerDay / Interval && home.Gaps.Count == 0));
        Assert.AreEqual(Day, data.FirstDayUtcSeconds);
    }

    private static string Generate()
    {
        StringBuilder text = new("home,utc_time,load_w,pv_w\n");
        foreach ((string name, ulong seed, double peakWatts) in s_homes)
        {
            SyntheticHomeProfile profile = new(seed, peakWatts);
            for (long start = Day; start < Day + SecondsPerDay; start += Interval)
            {
                HomePower[] powers = Enumerable.Range(0, Interval / 60).Select(minute => profile.At(start + (minute * 60))).ToArray();
                text.Append(CultureInfo.InvariantCulture, $"{name},{DateTime.UnixEpoch.AddSeconds(start):yyyy-MM-ddTHH:mm:ssZ},");
                text.Append(CultureInfo.InvariantCulture, $"{powers.Average(power => power.LoadWatts):0.0},{powers.Average(power => power.GenerationWatts):0.0}\n");
            }
        }

        return text.ToString();
    }
}
