// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Workloads.Live;
using Prosumeter.Tests.Bus;

namespace Prosumeter.Tests.Workloads;

[TestClass]
public sealed class LiveSlotWorkloadTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prosumeter-live-").FullName;

    [TestCleanup]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    // More than the 1000 that a Mosquitto keeps for one slow session, twenty of them at once on their way.
    [TestMethod]
    public void ABurstOfBidsIsBookedClearedAndAnsweredToTheLast()
    {
        const int Bids = 1500;
        using MosquittoFixture mosquitto = MosquittoFixture.StartOrSkip();
        using Ledger ledger = Ledger.Open(Path.Combine(_folder, "live.ledger"));
        using LiveSlotWorkload workload = new(mosquitto.Port, Bids, ledger);
        workload.Run();
        workload.Run();

        Assert.IsEmpty(LedgerVerifier.Verify(ledger));
        LedgerRow[] rows = ledger.Rows("bench").ToArray();
        Assert.HasCount(2 * Bids, rows.Where(row => row.Entry.Kind == LedgerEntryKind.Bid));
        Assert.HasCount(2 * Bids, rows.Where(row => row.Entry.Kind == LedgerEntryKind.Award));
        Assert.AreEqual(0, rows.Where(row => row.Entry.Kind == LedgerEntryKind.Award).Sum(row => row.Entry.EnergyMilliwattHours));
        Assert.IsEmpty(ledger.Owed("bench"));
    }
}
