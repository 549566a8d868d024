// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Boards.Serial;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Live;
using Prosumeter.Tests.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Scenarios.Live;

/// <summary>A whole board against a real Eclipse Mosquitto, read by Mosquitto's own client. Real time, accelerated: a slot of a minute takes three seconds.</summary>
[TestClass]
public sealed class LiveMeterTests
{
    private const double Speed = 20;
    private const int SlotSeconds = 60;

    private static readonly MeterSpecification s_meter = new()
    {
        Meter = 7,
        Cluster = "live",
        Home = "home",
        PvPeakWatts = 4000,
        StorageWattHours = 5000,
        StorageWatts = 2500,
        StateOfChargePermille = 900,
        CostMicrosPerKilowattHour = 80_000,
    };

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    public void MosquittoSubReadsTheBidsOfAVirtualBoard()
    {
        using MosquittoFixture mosquitto = MosquittoFixture.StartOrSkip();
        using MosquittoBroker broker = new("127.0.0.1", mosquitto.Port);
        RealTime time = new(Speed);
        using Aggregator market = new(broker, new AggregatorSettings("live", StandardTariff.Create(), new PayAsAskRule()) { SlotSeconds = SlotSeconds, GateSeconds = 20 });
        using LiveMeter meter = Install(broker, time, mosquitto.Port);
        using Process subscriber = Subscribe(mosquitto.Port, "prosumeter/v1/live/7/bid");
        meter.Start();

        WaitFor(subscriber, meter, market, time);
        Bid bid = new();
        Decode(subscriber, bid);
        Assert.AreEqual((7, TradeSide.Sell), (bid.Meter, bid.Side));
        Assert.AreEqual(41_666, bid.EnergyMilliwattHours, 1, "what 2.5 kW move in a minute is less than what is stored above X_u");
        int slot = (int)(time.UtcMicroseconds / 1_000_000 / SlotSeconds);
        Assert.IsTrue(bid.Slot >= slot && bid.Slot <= slot + 1, $"bid for slot {bid.Slot} in slot {slot}");

        using IMqttSession ear = broker.CreateSession();
        ConcurrentQueue<byte[]> goodbyes = new();
        ear.MessageReceived += message => Note(message, goodbyes);
        ear.Connect(new MqttConnectOptions { ClientId = "ear" });
        ear.Subscribe(["prosumeter/v1/live/7/state"], qos: 1);
        meter.RequestEnd();
        Assert.IsTrue(meter.WaitForEnd(MosquittoFixture.Patience));
        using Process later = Subscribe(mosquitto.Port, "prosumeter/v1/live/7/state");
        WaitFor(later, meter, market, time);
        StateMessage state = new();
        Decode(later, state);
        Assert.IsFalse(state.IsOnline, "the retained state says that the meter took its leave");
        Assert.HasCount(1, goodbyes, "the goodbye, and no last will behind it");
    }

    private static void Note(MqttMessage message, ConcurrentQueue<byte[]> goodbyes)
    {
        StateMessage state = new();
        bool isOnline = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, state) == RefusalReason.Taken && state.IsOnline;
        if (!isOnline)
        {
            goodbyes.Enqueue(message.Payload);
        }
    }

    private static LiveMeter Install(IMqttBroker broker, IBoardTime time, int port) => new(new LiveMeterOptions
    {
        Time = time,
        Broker = broker,
        Serial = new MemorySerial(),
        Configuration = Encoding.ASCII.GetBytes(MeterConfiguration.Of(s_meter, SlotSeconds, "127.0.0.1", port, hasConsole: true)),
        Profile = new SyntheticHomeProfile(1, s_meter.PvPeakWatts),
        StateOfChargePermille = s_meter.StateOfChargePermille,
    });

    /// <summary>Prints the first message as hexadecimal digits and ends.</summary>
    private static Process Subscribe(int port, string topic)
    {
        string[] arguments = ["-h", "127.0.0.1", "-p", $"{port}", "-t", topic, "-q", "1", "-C", "1", "-F", "%x"];
        return Process.Start(new ProcessStartInfo(MosquittoFixture.FindProgram("mosquitto_sub")!, arguments) { RedirectStandardOutput = true })!;
    }

    /// <summary>Keeps home and market going until the subscriber has its message.</summary>
    private static void WaitFor(Process subscriber, LiveMeter meter, Aggregator market, IBoardTime time)
    {
        long deadline = Environment.TickCount64 + (long)MosquittoFixture.Patience.TotalMilliseconds;
        while (!subscriber.WaitForExit(5))
        {
            meter.AdvanceHome();
            market.Step(time.UtcMicroseconds / 1000);
            Assert.IsLessThan(deadline, Environment.TickCount64, "no message came");
            Assert.IsNull(meter.Failure);
        }
    }

    private static void Decode(Process subscriber, Message into)
    {
        byte[] payload = Convert.FromHexString(subscriber.StandardOutput.ReadToEnd().Trim());
        Assert.AreEqual(RefusalReason.Taken, MessageCodec.Decode(payload, 0, payload.Length, into));
    }
}
