// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>One meter through its slots: birth, price, bid, award, set-point, report, settlement.</summary>
[TestClass]
public sealed class SlotCycleTests
{
    [TestMethod]
    [TestCategory("P-4")]
    [TestCategory("P-5")]
    public void ANewLinkBeginsWithBirthAndState()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        Birth birth = bench.Link.Sent<Birth>().Single();
        Assert.AreEqual(1, birth.BootCount);
        Assert.AreEqual(MeterBench.MeterNumber, birth.Meter);
        Assert.AreEqual(10_000_000, birth.StorageCapacityMilliwattHours);
        Assert.IsTrue(bench.Link.Sent<StateMessage>()[0].IsOnline);
        Assert.IsTrue(bench.Link.Published.Take(2).All(m => m.IsRetained));
        CollectionAssert.AreEqual(
            new[] { "prosumeter/v1/test/market/price", "prosumeter/v1/test/16/award", "prosumeter/v1/test/16/settlement", "prosumeter/v1/test/16/cmd", "prosumeter/v1/test/16/ack" },
            bench.Link.Subscriptions);
    }

    [TestMethod]
    [TestCategory("P-18")]
    public void TheLastWillIsAStateThatSaysOffline()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        var will = new StateMessage();
        byte[] text = System.Text.Encoding.ASCII.GetBytes(bench.Link.WillText);
        Assert.AreEqual(RefusalReason.Taken, MessageJson.Read(text, 0, text.Length, will));
        Assert.IsFalse(will.IsOnline);
        Assert.AreEqual(1, will.BootCount, "as in the birth");
        Assert.AreEqual("prosumeter/v1/test/16/state", bench.Link.WillTopic);
    }

    [TestMethod]
    [TestCategory("P-28")]
    [TestCategory("P-31")]
    [TestCategory("P-33")]
    public void AFullSlot()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        int slot = bench.Slot + 1;
        bench.TellPrice(slot);
        bench.RunUntilBefore(slot, 35);
        Assert.IsEmpty(bench.Link.Sent<Bid>(), "not before its time");
        bench.RunUntilBefore(slot, 18);
        Bid bid = bench.Link.Sent<Bid>().Single();
        Assert.AreEqual(slot, bid.Slot);
        Assert.AreEqual(TradeSide.Sell, bid.Side);
        Assert.AreEqual(1_500_000, bid.EnergyMilliwattHours, 20_000, "15 % of 10 kWh lie above X_u");
        Assert.AreEqual(150_000, bid.PriceMicrosPerKilowattHour, "halfway from cost 0.1 to the middle of cost and retail 0.2");
        Assert.IsFalse(bid.IsReplay);
        Assert.IsFalse(bid.IsUnsynchronised);

        bench.TellAward(slot, TradeSide.Sell, 10_000);
        bench.RunUntilBefore(slot, 1);
        Assert.AreEqual(StorageMode.SelfConsumption, bench.LinesToInverter(), "the slot has not started");
        bench.Run(3);
        Assert.AreEqual(StorageMode.Discharge, bench.LinesToInverter());

        bench.SetPower(-2000, 0, -2000, 94);
        bench.Run(30);
        Assert.AreEqual(StorageMode.SelfConsumption, bench.LinesToInverter(), "10 Wh are out after 18 s");
        bench.RunUntilBefore(slot + 1, -2);
        List<SlotReport> reports = bench.Link.Sent<SlotReport>();
        CollectionAssert.AreEqual(new[] { slot - 1, slot }, reports.ConvertAll(r => r.Slot));
        long exported = reports[1].ExportMilliwattHours - reports[0].ExportMilliwattHours;
        Assert.AreEqual(2_000_000 * 57L / 3600, exported, 3000);
        Assert.AreEqual(exported, reports[1].DischargeMilliwattHours - reports[0].DischargeMilliwattHours, 100);
        Assert.AreEqual(0, reports[1].Faults);
        Assert.AreEqual(0, bench.Meter.Outbox.Depth);
    }

    [TestMethod]
    [TestCategory("P-30")]
    [TestCategory("P-31")]
    public void AnAwardCutsTheLoadForItsSlotOnly()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        int slot = bench.Slot + 1;
        bench.TellPrice(slot);
        bench.TellAward(slot, TradeSide.Buy, 0, cutsLoad: true);
        bench.RunUntilBefore(slot, 2);
        Assert.IsFalse(bench.Board.Gpio.IsHigh(27));
        bench.Run(4);
        Assert.IsTrue(bench.Board.Gpio.IsHigh(27));
        bench.RunUntilBefore(slot + 1, -2);
        Assert.IsFalse(bench.Board.Gpio.IsHigh(27));
    }

    /// <summary>P-19: the market can rely on a cut, and ask again when the answer was lost.</summary>
    [TestMethod]
    [TestCategory("P-19")]
    [TestCategory("P-54")]
    public void ADemandCutIsAcknowledgedAndItsRepeatToo()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        int slot = bench.Slot + 1;
        bench.TellPrice(slot);
        foreach ((int sequence, int energy, bool cutsLoad) in new[] { (7, 0, true), (7, 0, true), (8, 0, false), (8, 0, false), (9, 5000, true) })
        {
            bench.TellAward(slot, TradeSide.Buy, energy, cutsLoad, sequence);
            bench.Run(1);
        }

        Acknowledgement[] answers = bench.Link.Sent<Acknowledgement>().ToArray();
        CollectionAssert.AreEqual(
            new[] { RefusalReason.Taken, RefusalReason.Repeated, RefusalReason.NoBid }, System.Array.ConvertAll(answers, answer => (RefusalReason)answer.Reason));
        Assert.IsTrue(answers.All(answer => answer.AnsweredType == MessageType.Award && answer.Slot == slot && answer.Meter == MeterBench.MeterNumber));
        CollectionAssert.AreEqual(new[] { 7, 7, 9 }, System.Array.ConvertAll(answers, answer => answer.AnsweredSequence));
    }

    /// <summary>The price may come late: as long as the gate is open, the meter bids.</summary>
    [TestMethod]
    [TestCategory("P-28")]
    public void ALatePriceStillGetsABid()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        int slot = bench.Slot + 2;
        bench.RunUntilBefore(slot, 25);
        bench.TellPrice(slot);
        bench.Run(3);
        Assert.AreEqual(slot, bench.Link.Sent<Bid>().Single().Slot);
    }

    [TestMethod]
    [TestCategory("P-28")]
    public void AfterTheGateThereIsNoBid()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        int slot = bench.Slot + 2;
        bench.RunUntilBefore(slot, 15);
        bench.TellPrice(slot);
        bench.RunUntilBefore(slot, 0);
        Assert.IsFalse(bench.Link.Sent<Bid>().Any(b => b.Slot == slot));
    }

    [TestMethod]
    [TestCategory("P-22")]
    [TestCategory("P-35")]
    public void SequencesRiseByOneForEachType()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        int first = bench.Slot;
        for (int i = 0; i < 4; i++)
        {
            bench.TellPrice(first + 1 + i);
            bench.RunUntilBefore(first + 1 + i, -1);
        }

        AssertRisesByOne(bench.Link.Sent<Bid>().ConvertAll(m => m.Sequence));
        AssertRisesByOne(bench.Link.Sent<SlotReport>().ConvertAll(m => m.Sequence));
        AssertRisesByOne(bench.Link.Sent<Reading>().ConvertAll(m => m.Sequence));
        Assert.HasCount(4, bench.Link.Sent<SlotReport>());
    }

    /// <summary>No aggregator for the set time: self-consumption, and the state says so at once.</summary>
    [TestMethod]
    [TestCategory("P-32")]
    public void AloneFallsBackToSelfConsumption()
    {
        using var bench = new MeterBench(MeterBench.Usual + "alone-after-seconds = 120\n");
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        int slot = bench.Slot + 1;
        bench.TellPrice(slot);
        bench.RunUntilBefore(slot, 15);
        bench.TellAward(slot + 2, TradeSide.Sell, 100_000);
        bench.Run(180);
        Assert.IsTrue(bench.Meter.Controller.IsAlone);
        Assert.AreEqual(StorageMode.SelfConsumption, bench.LinesToInverter());
        Assert.IsTrue(bench.Link.Sent<StateMessage>()[^1].IsAlone);
        int bids = bench.Link.Sent<Bid>().Count;
        bench.TellPrice(bench.Slot + 1);
        bench.Run(70);
        Assert.IsFalse(bench.Meter.Controller.IsAlone);
        Assert.IsFalse(bench.Link.Sent<StateMessage>()[^1].IsAlone);
        Assert.IsGreaterThan(bids, bench.Link.Sent<Bid>().Count, "it trades again");
    }

    [TestMethod]
    [TestCategory("P-6")]
    [TestCategory("P-17")]
    [TestCategory("P-19")]
    [TestCategory("P-20")]
    public void RefusedMessagesChangeNothingAndAreCounted()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        string award = Topics.ForMeter(MeterBench.Cluster, MeterBench.MeterNumber, MessageType.Award);
        bench.Link.Deliver(award, [0x80]);
        bench.Link.Deliver(award, [0xFF, 0x01, 0x02]);
        bench.Link.Deliver(award, new byte[MessageCodec.MaxMessageLength]);
        bench.Link.Deliver(award, [0x82, 0x02, 0x06]);
        bench.Link.Deliver(award, "{\"version\":2,\"type\":\"prize\"}"u8.ToArray());
        bench.Link.Deliver(award, "{\"version\":1,\"type\":\"prize\"}"u8.ToArray());
        bench.Link.Deliver(award, new PriceMessage { Slot = bench.Slot, GateSeconds = 5 });
        bench.Link.Deliver(award, new Award { Meter = 17, Slot = bench.Slot, Side = TradeSide.Sell, CutsInterruptibleLoad = true });
        bench.TellAward(bench.Slot + 50, TradeSide.Sell, 5);
        bench.Run(5);
        Assert.AreEqual(StorageMode.SelfConsumption, bench.LinesToInverter());
        Assert.IsFalse(bench.Board.Gpio.IsHigh(27));
        List<Acknowledgement> answers = bench.Link.Sent<Acknowledgement>();
        CollectionAssert.AreEqual(
            new[]
            {
                RefusalReason.Truncated, RefusalReason.Malformed, RefusalReason.Malformed, RefusalReason.UnknownVersion, RefusalReason.UnknownVersion, RefusalReason.UnknownType,
                RefusalReason.WrongType, RefusalReason.WrongType, RefusalReason.FromFuture,
            },
            answers.ConvertAll(a => (RefusalReason)a.Reason));
        Assert.AreEqual(MessageType.Award, answers[^1].AnsweredType);
        bench.RunUntilBefore(bench.Slot + 1, -2);
        Assert.AreEqual(FaultFlags.Refusal, bench.Link.Sent<SlotReport>()[0].Faults);
        bench.Run(300);
        Assert.AreEqual(9, bench.Link.Sent<StateMessage>()[^1].DroppedCount);
    }

    /// <summary>What QoS 1 and retained messages bring by themselves is no fault: a repeated award, a price of before.</summary>
    [TestMethod]
    [TestCategory("P-19")]
    public void RepeatsAndOldPricesAreNoFault()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        bench.TellPrice(bench.Slot - 5);
        bench.TellAward(bench.Slot + 1, TradeSide.Buy, 0);
        bench.TellAward(bench.Slot + 1, TradeSide.Buy, 0);
        bench.Run(5);
        Assert.IsEmpty(bench.Link.Sent<Acknowledgement>());
        Assert.AreEqual(0, bench.Meter.Faults.Seen);
    }

    /// <summary>The retained price often comes before the time of day: it waits for it.</summary>
    [TestMethod]
    public void APriceThatComesBeforeTheTimeOfDayIsKept()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Board.Clock.Set(0);
        bench.Board.Wifi.Network.HasTimeServer = false;
        bench.Run(3);
        int slot = (int)((MeterBench.StartUtcSeconds / MeterBench.SlotSeconds) + 1);
        bench.TellPrice(slot);
        bench.Run(3);
        bench.Board.Clock.Set(bench.Time.UtcMicroseconds);
        bench.RunUntilBefore(slot, 15);
        Assert.AreEqual(slot, bench.Link.Sent<Bid>().Single().Slot);
        Assert.IsEmpty(bench.Link.Sent<Acknowledgement>());
    }

    [TestMethod]
    [TestCategory("P-19")]
    [TestCategory("P-23")]
    [TestCategory("P-52")]
    public void ACommandIsAnsweredOnce()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        string topic = Topics.ForMeter(MeterBench.Cluster, MeterBench.MeterNumber, MessageType.Command);
        var command = new Command { Meter = MeterBench.MeterNumber, Sequence = 7, Line = "registers" };
        bench.Link.Deliver(topic, command);
        bench.Link.Deliver(topic, command);
        bench.Run(3);
        List<Acknowledgement> answers = bench.Link.Sent<Acknowledgement>();
        Assert.HasCount(2, answers);
        StringAssert.Contains(answers[0].Text, "1.8.0");
        Assert.AreEqual((int)RefusalReason.Repeated, answers[1].Reason);
    }

    private static void AssertRisesByOne(List<int> sequences)
    {
        Assert.IsGreaterThan(1, sequences.Count);
        CollectionAssert.AreEqual(Enumerable.Range(sequences[0], sequences.Count).ToList(), sequences);
    }
}
