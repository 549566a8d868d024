// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Cli.Reports.Simulations;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>The tables of the page.</summary>
internal static class PageTables
{
    private const int MostHomes = 2000;
    private const double Million = 1e6;

    /// <summary>The tables of a simulation.</summary>
    public static IReadOnlyList<PageTable> Of(SimulationOutcome outcome) => [Clusters(outcome), .. Orders(outcome), .. Boards(outcome), Homes(outcome)];

    private static PageTable Clusters(SimulationOutcome outcome)
    {
        List<ClusterRow> rows = [.. outcome.Clusters.Select(ClusterRow.Of)];
        if (rows.Count > 1)
        {
            rows.Add(ClusterRow.Of("all", outcome.Clusters));
        }

        if (outcome.WithoutMarket is SimulationOutcome other)
        {
            rows.Add(ClusterRow.Of("without a market", other.Clusters));
        }

        string[] columns =
        [
            "cluster", "homes", "load, kWh", "PV, kWh", "import, kWh", "export, kWh", "bought in cluster", "from clusters", "to clusters", "from operator", "to operator",
            "lost in storage", "not delivered", "unserved", "refused", "money", "gain",
        ];
        return new PageTable("Clusters", columns, rows.Select(Cells).ToList(), rows.Count - outcome.Clusters.Count, IsOpen: true);
    }

    private static string[] Cells(ClusterRow row) =>
    [
        row.Name,
        row.Homes,
        Energy(row.Sum(slot => slot.LoadMilliwattHours)),
        Energy(row.Sum(slot => slot.GenerationMilliwattHours)),
        Energy(row.Sum(slot => slot.ImportMilliwattHours)),
        Energy(row.Sum(slot => slot.ExportMilliwattHours)),
        Energy(row.Sum(slot => slot.BoughtMilliwattHours)),
        Energy(row.Sum(slot => slot.UpperBoughtMilliwattHours)),
        Energy(row.Sum(slot => slot.UpperSoldMilliwattHours)),
        Energy(row.Sum(slot => slot.OperatorSoldMilliwattHours)),
        Energy(row.Sum(slot => slot.OperatorBoughtMilliwattHours)),
        Energy(row.Clusters.Sum(cluster => cluster.StorageLossMilliwattHours)),
        Energy(row.Sum(slot => slot.ShortfallMilliwattHours)),
        Energy(row.Sum(slot => slot.Metrics?.UnservedMilliwattHours ?? 0)),
        row.Sum(slot => slot.Refused).ToString(CultureInfo.InvariantCulture),
        Money(row.HomesMicros),
        Money(row.GainMicros),
    ];

    private static PageTable[] Orders(SimulationOutcome outcome)
    {
        string[] columns = ["cluster", "orders", "settled", "rejected by market", "by network", "by supplier", "ordered, kWh", "delivered and taken", "fees", "penalties"];
        string[][] rows = outcome.Clusters.Where(cluster => cluster.Elecbay is not null).Select(cluster => Cells(cluster.Cluster, cluster.Elecbay!)).ToArray();
        return rows.Length > 0 ? [new PageTable("Orders", columns, rows, 0, IsOpen: true)] : [];
    }

    private static string[] Cells(string cluster, ElecbayOutcome elecbay) =>
    [
        cluster,
        elecbay.Orders.ToString(CultureInfo.InvariantCulture),
        elecbay.Settled.ToString(CultureInfo.InvariantCulture),
        elecbay.RejectedByMarket.ToString(CultureInfo.InvariantCulture),
        elecbay.RejectedByNetwork.ToString(CultureInfo.InvariantCulture),
        elecbay.RejectedBySupplier.ToString(CultureInfo.InvariantCulture),
        Energy(elecbay.OrderedMilliwattHours),
        Energy(elecbay.SettledMilliwattHours),
        Money(elecbay.PlatformMicros),
        Money(elecbay.SupplierMicros),
    ];

    private static PageTable[] Boards(SimulationOutcome outcome)
    {
        string[] columns =
        [
            "home on a board", "starts", "off, min", "alone, min", "bids late", "reports late", "reports missing", "unmeasured, kWh", "unsaved, kWh", "misread, kWh", "unreported, kWh", "faults",
        ];
        string[][] rows = BoardRow.Of(outcome).Take(MostHomes).Select(Cells).ToArray();
        return rows.Length > 0 ? [new PageTable("Homes on virtual boards", columns, rows, 0, IsOpen: true)] : [];
    }

    private static string[] Cells(BoardRow row) =>
    [
        row.Home,
        row.Board.Starts.ToString(CultureInfo.InvariantCulture),
        row.OffMinutes,
        row.AloneMinutes,
        row.Board.BidsLate.ToString(CultureInfo.InvariantCulture),
        row.Board.ReportsLate.ToString(CultureInfo.InvariantCulture),
        row.Board.ReportsMissing.ToString(CultureInfo.InvariantCulture),
        Energy(row.Board.NotMeasuredMilliwattHours),
        Energy(row.Board.NotSavedMilliwattHours),
        Energy(row.Board.MisreadMilliwattHours),
        Energy(row.Board.NotReportedMilliwattHours),
        row.Faults,
    ];

    private static PageTable Homes(SimulationOutcome outcome)
    {
        string[] columns = ["home", "PV, kW", "storage, kWh", "strategy", "import, kWh", "export, kWh", "PV, kWh", "slots traded", "sold, kWh", "bought, kWh", "fees", "penalties", "money", "gain"];
        int homes = outcome.Clusters.Sum(cluster => cluster.Homes.Count);
        string title = homes > MostHomes ? string.Create(CultureInfo.InvariantCulture, $"Homes (the first {MostHomes} of {homes})") : "Homes";
        IEnumerable<IReadOnlyList<string>> rows = outcome.Clusters.SelectMany(cluster => cluster.Homes.Select(home => Cells(cluster, home)));
        return new PageTable(title, columns, rows.Take(MostHomes).ToList(), 0, IsOpen: false);
    }

    private static string[] Cells(ClusterOutcome cluster, HomeOutcome home) =>
    [
        $"{cluster.Cluster} / {home.Home}",
        (home.PvPeakWatts / 1000.0).ToString("0.0", CultureInfo.InvariantCulture),
        (home.StorageWattHours / 1000.0).ToString("0.0", CultureInfo.InvariantCulture),
        home.Strategy,
        Energy(home.Metered.ImportMilliwattHours),
        Energy(home.Metered.ExportMilliwattHours),
        Energy(home.Metered.GenerationMilliwattHours),
        home.Trades.ToString(CultureInfo.InvariantCulture),
        Energy(home.SoldMilliwattHours),
        Energy(home.BoughtMilliwattHours),
        Money(-home.FeeMicros),
        Money(-home.PenaltyMicros),
        Money(home.AmountMicros),
        Money(home.GainMicros),
    ];

    private static string Energy(long milliwattHours) => (milliwattHours / Million).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Money(long micros) => (micros / Million).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
