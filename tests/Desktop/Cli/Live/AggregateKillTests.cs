// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Tests.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Cli.Live;

/// <summary>Processes as a person runs them: a fleet and an aggregator on a real Mosquitto, the aggregator killed by SIGKILL again and again.</summary>
[TestClass]
public sealed class AggregateKillTests
{
    private const string Cluster = "kills";
    private const int Meters = 6;
    private const int Kills = 4;
    private readonly string _folder = Directory.CreateTempSubdirectory("prosumeter-kills-").FullName;

    private string LedgerFile => Path.Combine(_folder, "kills.ledger");

    [TestCleanup]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [TestCategory("P-45")]
    [TestCategory("P-46")]
    [OSCondition(OperatingSystems.Linux)]
    [Timeout(240_000, CooperativeCancellation = true)]
    [DataRow(1)]
    [DataRow(2)]
    public void NothingIsLostOrDoubledByKills(int seed)
    {
        using MosquittoFixture mosquitto = MosquittoFixture.StartOrSkip();
        using ClusterRecorder recorder = new(mosquitto.Port, Cluster);
        string address = $"127.0.0.1:{mosquitto.Port}";
        using (ProsumeterProcess fleet = ProsumeterProcess.Start("fleet", "--cluster", Cluster, "--meters", $"{Meters}", "--broker", address, "--slot", "60", "--speed", "40"))
        {
            Random random = new(seed);
            for (int kill = 0; kill < Kills; kill++)
            {
                using ProsumeterProcess victim = StartMarket(address);
                victim.ReadUntil(" cleared ", random.Next(1, 3));

                // Any moment may be the worst one; which it is, the seed chooses. Dispose is SIGKILL.
                Thread.Sleep(random.Next(40));
            }

            using ProsumeterProcess last = StartMarket(address);
            last.ReadUntil(" settled ", 2);
            fleet.Terminate();

            // What the meters said last is on its way: the market hears it long before two more slots are over.
            last.ReadUntil(" cleared ", 2);
            last.Terminate();
        }

        CheckLedger(recorder);
    }

    private ProsumeterProcess StartMarket(string address) => ProsumeterProcess.Start(
        "aggregate", "--cluster", Cluster, "--broker", address, "--ledger", LedgerFile, "--slot", "60", "--gate", "15", "--speed", "40", "--tax", "20");

    private void CheckLedger(ClusterRecorder recorder)
    {
        using Ledger ledger = Ledger.OpenForReading(LedgerFile);
        Assert.IsEmpty(LedgerVerifier.Verify(ledger));
        LedgerRow[] rows = ledger.Rows(Cluster).ToArray();
        CheckBids(rows, recorder);
        CheckAwards(rows, recorder);
        CheckReports(rows, recorder);
        CheckSettlements(ledger, recorder);
    }

    // Each bid that the broker took is in the ledger once, or was refused with a reason.
    private static void CheckBids(LedgerRow[] rows, ClusterRecorder recorder)
    {
        HashSet<(int, int)> refused = recorder.Answers()
            .Where(answer => answer.AnsweredType == MessageType.Bid).Select(answer => (answer.Meter, answer.AnsweredSequence)).ToHashSet();
        List<Bid> bids = recorder.Heard<Bid>();
        (int Meter, int Sequence)[] booked = rows.Where(row => row.Entry.Kind == LedgerEntryKind.Bid).Select(row => Key<Bid>(row)).ToArray();
        Assert.HasCount(booked.Length, booked.Distinct().ToArray(), "no bid is there twice");
        int last = rows[^1].Slot;
        (int, int)[] lost = bids.Where(bid => bid.Slot < last).Select(bid => (bid.Meter, bid.Sequence)).Except(booked).Where(bid => !refused.Contains(bid)).ToArray();
        Assert.IsEmpty(lost, "bids that are neither in the ledger nor refused");
        Assert.IsNotEmpty(booked);
    }

    // Each bid of a cleared slot has one award, and what is sold in a slot is bought.
    private static void CheckAwards(LedgerRow[] rows, ClusterRecorder recorder)
    {
        foreach (IGrouping<int, Award> slot in recorder.Heard<Award>().GroupBy(award => award.Slot))
        {
            Assert.HasCount(slot.Count(), slot.Select(award => award.Meter).Distinct().ToArray(), "one award a meter");
            Assert.AreEqual(0, slot.Sum(award => award.Side == TradeSide.Sell ? -(long)award.EnergyMilliwattHours : award.EnergyMilliwattHours), $"slot {slot.Key}");
        }

        int[] told = recorder.Heard<Award>().Select(award => award.Slot).Distinct().Order().ToArray();
        int[] booked = rows.Where(row => row.Entry.Kind == LedgerEntryKind.Award).Select(row => row.Slot).Distinct().Order().ToArray();
        CollectionAssert.AreEqual(booked, told);
    }

    private static void CheckReports(LedgerRow[] rows, ClusterRecorder recorder)
    {
        (int Meter, int Sequence)[] booked = rows.Where(row => row.Entry.Kind == LedgerEntryKind.Report).Select(row => Key<SlotReport>(row)).ToArray();
        Assert.HasCount(booked.Length, booked.Distinct().ToArray(), "no report is there twice");
        HashSet<(int, int)> refused = recorder.Answers()
            .Where(answer => answer.AnsweredType == MessageType.SlotReport).Select(answer => (answer.Meter, answer.AnsweredSequence)).ToHashSet();
        string[] lost = recorder.Heard<SlotReport>().Where(report => !booked.Contains((report.Meter, report.Sequence)))
            .Select(report => $"report {report.Sequence} of meter {report.Meter}, slot {report.Slot}, refused: {refused.Contains((report.Meter, report.Sequence))}").ToArray();
        Assert.IsEmpty(lost, string.Join('\n', lost));
    }

    // Each settlement carries on from the one before, and the last one is the balance in the ledger.
    private static void CheckSettlements(Ledger ledger, ClusterRecorder recorder)
    {
        foreach (IGrouping<int, Settlement> meter in recorder.Heard<Settlement>().GroupBy(settlement => settlement.Meter))
        {
            long balance = 0;
            foreach (Settlement settlement in meter.OrderBy(settlement => settlement.Slot))
            {
                balance += settlement.AmountMicros;
                Assert.AreEqual(balance, settlement.BalanceMicros, $"meter {meter.Key}, slot {settlement.Slot}");
            }

            Assert.AreEqual(balance, ledger.BalanceMicros(Cluster, meter.Key), $"meter {meter.Key}");
        }
    }

    private static (int Meter, int Sequence) Key<T>(LedgerRow row)
        where T : Message, new()
    {
        T message = new();
        Assert.AreEqual(RefusalReason.Taken, MessageCodec.Decode(row.Record.Message, 0, row.Record.Message.Length, message));
        return (message.Meter, message.Sequence);
    }
}
