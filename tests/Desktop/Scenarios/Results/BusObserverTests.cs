// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Scenarios.Results;

[TestClass]
public sealed class BusObserverTests
{
    private const int Slot = 1000;
    private const int Meter = 7;
    private readonly InProcessBroker _broker = new();

    [TestMethod]
    public void WhatQoS1BringsTwiceCountsOnce()
    {
        using BusObserver observer = new(_broker, "bench", Slot, slots: 4);
        _broker.Faults.DuplicatePermille = 1000;
        Say(new Award { Slot = Slot, Sequence = 1, Side = TradeSide.Sell, EnergyMilliwattHours = 500, AmountMicros = 9 });
        Say(new Settlement { Slot = Slot, Sequence = 1, AmountMicros = 40 });
        Say(new Settlement { Slot = Slot + 1, Sequence = 2, AmountMicros = 2 });

        MeterTally tally = observer.Meters[Meter];
        Assert.AreEqual((1, 500L, 2, 42L), (tally.Bids, tally.SoldMilliwattHours, tally.Settlements, tally.AmountMicros));
        Assert.AreEqual(1, observer.Slots[0].SettledMeters);
    }

    [TestMethod]
    public void OnlyWhatTheMarketRefusesIsARefusal()
    {
        using BusObserver observer = new(_broker, "bench", Slot, slots: 4);
        Say(new Acknowledgement { Sequence = 1, AnsweredType = MessageType.Command, Text = "done" });
        Say(new Acknowledgement { Sequence = 2, AnsweredType = MessageType.Price, Reason = (int)RefusalReason.FromPast, Text = string.Empty });
        Say(new Acknowledgement { Sequence = 2, AnsweredType = MessageType.Bid, Reason = (int)RefusalReason.GateClosed, Text = string.Empty });

        Assert.AreEqual(1, observer.Meters[Meter].Refused, "the first two are the meter's own, and its sequence is not the market's");
    }

    private void Say(Message message)
    {
        message.Meter = Meter;
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        int length = MessageCodec.Encode(message, buffer, 0);
        IMqttSession session = _broker.CreateSession();
        session.Connect(new MqttConnectOptions { ClientId = "speaker" });
        session.Publish(Topics.ForMeter("bench", Meter, message.Type), buffer.AsSpan(0, length), qos: 1, retain: false);
        _broker.Pump();
    }
}
