// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Tests.Projects;

namespace Prosumeter.Tests.Studies;

/// <summary>The golden files of the studies.</summary>
internal static class StudyVectors
{
    /// <summary>The population of the golden traces.</summary>
    public static GivenPopulation Population => GivenPopulation.Load(PathOf("population.json"));

    /// <summary>Price law, Q updates and equation (4).</summary>
    public static JsonElement PriceLawAndQ => JsonDocument.Parse(File.ReadAllText(PathOf("price_law_and_q.json"))).RootElement;

    /// <summary>A golden trace: its columns and its rows.</summary>
    public static (string[] Columns, double[][] Rows) Trace(string name)
    {
        string[] lines = File.ReadAllLines(PathOf(name + ".csv"));
        return (lines[0].Split(','), [.. lines.Skip(1).Select(l => l.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())]);
    }

    /// <summary>The numbers of a JSON array.</summary>
    public static double[] Numbers(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static string PathOf(string file) => Path.Combine(RepositoryFolder.Path, "tests", "Desktop", "Studies", "Vectors", file);
}
