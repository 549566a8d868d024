// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Detection;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary>The watch of a cluster whose market has run before: it knows the reports that are in the ledger.</summary>
internal static class ClusterWatch
{
    private const int SecondsPerDay = 86400;

    /// <summary>Opens it.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public static SynchronizationWatch Open(IMqttBroker broker, AggregatorSettings market, Ledger ledger, long utcSeconds)
    {
        int oldest = MarketSlot.Of(utcSeconds - (new DetectorSettings().MemoryDays * SecondsPerDay), market.SlotSeconds);
        SynchronizationWatch watch = new(broker, market.Cluster, market.SlotSeconds);
        foreach (SlotReport report in Reports(ledger.RowsFrom(market.Cluster, oldest)).OrderBy(report => report.Slot))
        {
            watch.Recall(report);
        }

        return watch;
    }

    private static IEnumerable<SlotReport> Reports(IEnumerable<LedgerRow> rows)
    {
        foreach (LedgerRow row in rows)
        {
            SlotReport report = new();
            if (row.Entry.Kind == LedgerEntryKind.Report && MessageCodec.Decode(row.Record.Message, 0, row.Record.Message.Length, report) == RefusalReason.Taken)
            {
                yield return report;
            }
        }
    }
}
