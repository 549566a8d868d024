// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// The homes that <c>CLUSTER/HOMES</c> names: meters by number (<c>3</c>, <c>1,7,20-25</c>) or all of them (<c>*</c>), of one cluster, or without its name of each
/// that has such meters. Where nothing is named, one home of each cluster is drawn from the seed, of those that can sell if there are any.
/// </summary>
public static class HomeChoice
{
    /// <summary>Most homes where none is named.</summary>
    public const int MostDrawn = 20;

    private const string All = "*";
    private const int NamesShown = 10;

    /// <summary>The homes, by the place of their cluster and their meter.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="text">What stands on the command line.</param>
    /// <param name="homes">What of it names homes; null for nothing.</param>
    /// <exception cref="FormatException">There are no such homes; the message says which there are.</exception>
    public static IReadOnlyList<(int Cluster, int Meter)> Of(SimulationPlan plan, string text, string? homes)
    {
        if (homes is null)
        {
            return Enumerable.Range(0, Math.Min(plan.Clusters.Count, MostDrawn)).Select(cluster => (cluster, Drawn(plan, cluster))).ToList();
        }

        string[] parts = homes.Split('/');
        string meters = parts[^1];
        int[] clusters = parts.Length switch
        {
            1 => [.. Enumerable.Range(0, plan.Clusters.Count)],
            2 => Clusters(plan, text, parts[0]),
            _ => throw new FormatException($"'{text}': too many '/'; write {SimulationFaults.BoardForm}"),
        };
        List<(int First, int Last)> ranges = meters.Split(',').Select(part => Range(text, part)).ToList();
        foreach ((int first, int last) in meters == All ? [] : ranges)
        {
            int most = clusters.Max(cluster => plan.Clusters[cluster].Homes.Count);
            if (first < 1 || last < first || last > most)
            {
                throw new FormatException($"'{text}': there is no home {(first == last ? $"{first}" : $"{first}-{last}")}; homes are numbered 1 to {most}");
            }
        }

        return clusters.SelectMany(cluster => plan.Clusters[cluster].Homes
                .Select(home => home.Meter.Meter)
                .Where(meter => ranges.Exists(range => meter >= range.First && meter <= range.Last))
                .Select(meter => (cluster, meter)))
            .ToList();
    }

    private static int Drawn(SimulationPlan plan, int cluster)
    {
        IReadOnlyList<HomePlan> homes = plan.Clusters[cluster].Homes;
        HomePlan[] sellers = homes.Where(home => home.CanSell && home.Meter.MostGridWatts <= SimulationFaults.MostGridWatts).ToArray();
        IReadOnlyList<HomePlan> from = sellers.Length > 0 ? sellers : homes;
        SplitMix64 random = new(((ulong)plan.Seed << 32) ^ (ulong)cluster);
        random.Next();
        return from[(int)random.Between(0, from.Count)].Meter.Meter;
    }

    private static int[] Clusters(SimulationPlan plan, string text, string name)
    {
        int[] places = Enumerable.Range(0, plan.Clusters.Count).Where(place => name == All || plan.Clusters[place].Name == name).ToArray();
        if (places.Length == 0)
        {
            string more = plan.Clusters.Count > NamesShown ? string.Create(CultureInfo.InvariantCulture, $" and {plan.Clusters.Count - NamesShown} more") : string.Empty;
            string names = string.Join(", ", plan.Clusters.Take(NamesShown).Select(cluster => cluster.Name));
            throw new FormatException($"'{text}': there is no cluster '{name}'; there are {names}{more}");
        }

        return places;
    }

    private static (int First, int Last) Range(string text, string part)
    {
        string[] ends = part.Split('-');
        bool isAll = part == All;
        bool isRange = ends.Length <= 2
            & int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            & int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last);
        return isAll ? (1, int.MaxValue)
            : isRange ? (first, last)
            : throw new FormatException($"'{text}': '{part}' names no homes; write numbers (3), ranges (20-25), lists of both (1,7,20-25), or * for all");
    }
}
