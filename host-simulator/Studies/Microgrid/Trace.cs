// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Every number of every slot, as a table: for comparing implementations slot by slot. The network must keep its detail.</summary>
public sealed class Trace(int prosumers) : ISlotObserver
{
    private readonly List<double[]> _rows = [];

    /// <summary>Column names: the network's, then seven for each prosumer, then three totals.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [
        "day", "slot", "d_kwh", "s", "nSync",
        .. Enumerable.Range(0, prosumers).SelectMany(p => new[] { $"act{p}", $"dem{p}", $"gen{p}", $"ask_before{p}", $"sold{p}", $"rev{p}", $"cost{p}" }),
        "consumerCost", "fromOperator", "p2p",
    ];

    /// <summary>One row a slot. Energy in kWh, prices in money per kWh.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Rows => _rows;

    /// <inheritdoc/>
    public void Settled(in SlotOutcome outcome, Network network)
    {
        List<double> row = [outcome.Day, outcome.Slot, outcome.DemandKwh, outcome.Price, outcome.Synchronized];
        SlotDetail detail = network.Detail!;
        for (int p = 0; p < prosumers; p++)
        {
            row.Add(network.Turns[p] == Turn.Synchronizing ? 1 : 0);
            row.AddRange([detail.DemandKwh[p], detail.GenerationKwh[p], detail.AskBefore[p], detail.SoldKwh[p], detail.Revenue[p], detail.Cost[p]]);
        }

        row.AddRange([outcome.ConsumerCost, outcome.OperatorKwh, outcome.TradedKwh]);
        _rows.Add([.. row]);
    }

    /// <summary>Writes the table as CSV, with the fewest digits that give the same number back.</summary>
    public void Write(TextWriter writer)
    {
        writer.WriteLine(string.Join(',', Columns));
        foreach (double[] row in _rows)
        {
            writer.WriteLine(string.Join(',', row.Select(n => n.ToString("R", CultureInfo.InvariantCulture))));
        }
    }
}
