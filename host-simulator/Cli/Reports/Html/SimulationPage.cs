// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>A simulation as a page that needs nothing but itself: style, script, plotting library and figures are inside.</summary>
internal static class SimulationPage
{
    private const int MostClusters = 20;
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The page.</summary>
    public static string Of(SimulationOutcome outcome)
    {
        Dictionary<string, string> parts = new()
        {
            ["title"] = WebUtility.HtmlEncode(outcome.Scenario),
            ["description"] = WebUtility.HtmlEncode(outcome.Description),
            ["facts"] = WebUtility.HtmlEncode(Facts(outcome)),

            // The serializer writes < as an escape, so that no text can end the script.
            ["data"] = JsonSerializer.Serialize(DataOf(outcome), s_options),
        };
        foreach (string name in (string[])["page.css", "page.js", "uPlot.css", "uPlot.js"])
        {
            parts[name] = Resource(name);
        }

        // One pass over the template, so that nothing inside a part is taken for a place.
        string[] pieces = Resource("page.html").Split("{{");
        return pieces[0] + string.Concat(pieces.Skip(1).Select(piece => piece.Split("}}", 2)).Select(piece => parts[piece[0]] + piece[1]));
    }

    private static PageData DataOf(SimulationOutcome outcome)
    {
        SeriesBuilder builder = new(outcome);
        List<PageSeries> series = [builder.Of(outcome.Clusters.Count > 1 ? "all clusters" : outcome.Clusters[0].Cluster, outcome.Clusters, outcome.WithoutMarket?.Clusters)];
        if (outcome.Clusters.Count > 1)
        {
            series.AddRange(outcome.Clusters.Take(MostClusters).Select((cluster, index) =>
                builder.Of(cluster.Cluster, [cluster], outcome.WithoutMarket is SimulationOutcome other ? [other.Clusters[index]] : null)));
        }

        return new PageData(builder.Times, series, PageTiles.Of(outcome), PageTables.Of(outcome));
    }

    private static string Facts(SimulationOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{outcome.Clusters.Count} clusters, {outcome.Clusters.Sum(cluster => cluster.Homes.Count)} homes, from {DateTime.UnixEpoch.AddSeconds(outcome.StartUtcSeconds):yyyy-MM-dd} for {outcome.Days} d, slots of {outcome.SlotSeconds / 60} min, {string.Join(" / ", outcome.Clusters.Select(cluster => cluster.Rule).Distinct())}, seed {outcome.Seed}");

    private static string Resource(string name)
    {
        using Stream stream = typeof(SimulationPage).Assembly.GetManifestResourceStream($"Prosumeter.Simulator.Cli.Reports.Html.{name}")
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
