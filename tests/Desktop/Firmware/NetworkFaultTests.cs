// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>Faults of the network and of the MQTT library, on a virtual board.</summary>
[TestClass]
public sealed class NetworkFaultTests
{
    [TestMethod]
    public void ACloseThatNeverReturnsDoesNotKeepTheMeterOffline()
    {
        using BoardBench bench = Connected();
        bench.Board.MqttFaults.HangsOnClose = true;
        bench.Broker.DropClient(BoardBench.ClientId);
        bench.Run(5);
        Assert.HasCount(2, bench.Sent<Birth>());
    }

    [TestMethod]
    public void AConnectThatNeverReturnsIsGivenUp()
    {
        using BoardBench bench = Connected();
        bench.Board.MqttFaults.HangsOnConnect = true;
        bench.Broker.DropClient(BoardBench.ClientId);
        bench.Run(10);
        Assert.HasCount(1, bench.Sent<Birth>());
        bench.Board.MqttFaults.HangsOnConnect = false;
        bench.Run(30);
        Assert.IsGreaterThan(1, bench.Sent<Birth>().Count);
    }

    [TestMethod]
    public void AttemptsThatHangForTenMinutesEndInARestartThatIsNoSignOfTrouble()
    {
        using BoardBench bench = Connected();
        bench.Board.MqttFaults.HangsOnConnect = true;
        bench.Broker.DropClient(BoardBench.ClientId);
        bench.Run(590);
        Assert.AreEqual(StopReason.None, bench.Board.StopReason);
        Assert.AreEqual(StopReason.Restart, bench.Board.Run(() => bench.Run(60)));
        bench.Board.MqttFaults.HangsOnConnect = false;
        bench.Board.PowerOn();
        bench.Start();
        bench.Run(10);
        Assert.AreEqual((int)RestartReason.Network, bench.Sent<Birth>()[^1].RestartReason);
        Assert.AreEqual(1, bench.App.Meter.Guard.RowCount);
    }

    [TestMethod]
    [TestCategory("P-25")]
    [DataRow(MessageCut.InMessage)]
    [DataRow(MessageCut.BeforeAcknowledgement)]
    public void AReportThatIsCutOffComesAgainAndCountsOnce(MessageCut cut)
    {
        using BoardBench bench = Connected();
        int slot = bench.Slot;
        bench.RunUntilBefore(slot + 1, 1);
        bench.Board.MqttFaults.NextCut = cut;
        bench.Run(20);
        SlotReport[] reports = bench.Sent<SlotReport>().Where(report => report.Slot == slot).ToArray();
        Assert.HasCount(cut == MessageCut.InMessage ? 1 : 2, reports);
        Assert.IsTrue(reports[^1].IsReplay);
        Assert.AreEqual(reports[0].Sequence, reports[^1].Sequence);
        Assert.AreEqual(0, bench.App.Meter.Outbox.Depth);
    }

    [TestMethod]
    public void AnExceptionInsideTheLibraryCostsTheLinkAndNothingElse()
    {
        using BoardBench bench = Connected();
        bench.Board.MqttFaults.FailsNextEvent = true;
        bench.Run(3 * MeterBench.SlotSeconds);
        Assert.IsGreaterThan(1, bench.Sent<Birth>().Count);
        Assert.AreEqual(0, bench.App.Meter.Outbox.Depth);
        Assert.HasCount(3, bench.Sent<SlotReport>().Select(report => report.Slot).Distinct());
    }

    [TestMethod]
    [TestCategory("P-19")]
    public void TheMeterHearsWhatTheMarketRefuses()
    {
        using BoardBench bench = Connected();
        var refusal = new Acknowledgement
        {
            Meter = BoardBench.MeterNumber,
            Sequence = 1,
            AnsweredType = MessageType.Bid,
            AnsweredSequence = 4,
            Reason = (int)RefusalReason.GateClosed,
            Text = "",
        };
        string topic = Topics.ForMeter(BoardBench.Cluster, BoardBench.MeterNumber, MessageType.Acknowledgement);
        bench.Tell(topic, refusal);
        bench.Run(3);
        EventLog log = bench.App.Meter.Log;
        Assert.AreEqual("market refused, type and reason", log.TextAt(log.TotalCount - 1));
        Assert.AreEqual(514, log.ValueAt(log.TotalCount - 1));
        int events = log.TotalCount;
        refusal.AnsweredType = MessageType.Birth;
        refusal.Reason = (int)RefusalReason.OutOfRange;
        bench.Tell(topic, refusal);
        bench.Run(3);
        Assert.AreEqual(106, log.ValueAt(log.TotalCount - 1), "a birth with other slots than the market's");
        events = log.TotalCount;
        refusal.AnsweredType = MessageType.Command;
        bench.Tell(topic, refusal);
        bench.Run(3);
        Assert.AreEqual(events, log.TotalCount, "its own answers come back and are no news");
    }

    [TestMethod]
    [TestCategory("P-24")]
    public void ReplaySendsTheReportsFromASequenceOnAsHistory()
    {
        using BoardBench bench = Connected();
        bench.Run(20.5 * MeterBench.SlotSeconds);
        SlotReport[] before = bench.Sent<SlotReport>().ToArray();
        bench.Received.Clear();
        string topic = Topics.ForMeter(BoardBench.Cluster, BoardBench.MeterNumber, MessageType.Command);
        bench.Tell(topic, new Command { Meter = BoardBench.MeterNumber, Sequence = 9, Line = "replay 5" });
        bench.Run(10);
        StringAssert.Contains(bench.Sent<Acknowledgement>().Single().Text, "16");
        SlotReport[] again = bench.Sent<SlotReport>().ToArray();
        CollectionAssert.AreEqual(Enumerable.Range(5, 16).ToArray(), again.Select(report => report.Sequence).ToArray());
        CollectionAssert.AreEqual(before[4..].Select(report => report.Slot).ToArray(), again.Select(report => report.Slot).ToArray());
        Assert.IsTrue(again.All(report => report.IsReplay));
        Assert.AreEqual(0, bench.App.Meter.Outbox.Depth);
    }

    private static BoardBench Connected()
    {
        var bench = new BoardBench();
        bench.Start();
        bench.Run(10);
        Assert.HasCount(1, bench.Sent<Birth>());
        return bench;
    }
}
