// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Cli.Live;

/// <summary>The slot reports in a ledger.</summary>
internal static class LedgerReports
{
    /// <summary>Checks that of each meter no report is missing between its first and its last one, and none is there twice.</summary>
    public static void CheckUnbroken(Ledger ledger, string cluster, int meters)
    {
        ILookup<int, int> sequences = ledger.Rows(cluster).Where(row => row.Entry.Kind == LedgerEntryKind.Report).Select(Read)
            .ToLookup(report => report.Meter, report => report.Sequence);
        Assert.HasCount(meters, sequences);
        foreach (IGrouping<int, int> meter in sequences)
        {
            int[] taken = meter.Order().ToArray();
            IEnumerable<int> whole = Enumerable.Range(taken[0], taken[^1] - taken[0] + 1);
            CollectionAssert.AreEqual(whole.ToArray(), taken, $"meter {meter.Key}");
        }
    }

    private static SlotReport Read(LedgerRow row)
    {
        SlotReport report = new();
        Assert.AreEqual(RefusalReason.Taken, MessageCodec.Decode(row.Record.Message, 0, row.Record.Message.Length, report));
        return report;
    }
}
