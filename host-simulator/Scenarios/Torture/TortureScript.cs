// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>What happens around the meter, second by second: a neighbour who buys in every slot, and a technician who restarts the meter once by command.</summary>
internal sealed class TortureScript : IDisposable
{
    /// <summary>Name of the cluster.</summary>
    public const string Cluster = "torture";

    /// <summary>Number of the meter.</summary>
    public const int MeterNumber = 1;

    /// <summary>Length of a slot in s: longer than the journal's clock, so that it triggers within one.</summary>
    public const int SlotSeconds = 120;

    /// <summary>2025-06-21T10:00:00Z.</summary>
    public const long StartUtcSeconds = 1_750_500_000;

    /// <summary>Address of an FRAM, where there is one.</summary>
    public const int FramAddress = 0x50;

    /// <summary>Pin of a power-good line, where there is one.</summary>
    public const int PowerFailPin = 35;

    /// <summary>How long before a slot its bids close, in s.</summary>
    public const int GateSeconds = 20;

    /// <summary>When the broker goes, in s after the start, and for how long: three readings find no link.</summary>
    public const int OutageSecond = (RestartSlot * SlotSeconds) + 40;

    /// <summary>How long it is away, in s.</summary>
    public const int OutageSeconds = 190;

    private const int Neighbour = 2;
    private const int NeighbourSecond = 7;
    private const int RestartSlot = 3;
    private const int RestartSecond = 25;
    private readonly IMqttSession _session;
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
    private int _sequence;

    /// <summary>Connects to the broker.</summary>
    public TortureScript(IMqttBroker broker)
    {
        _session = broker.CreateSession();
        _session.Connect(new MqttConnectOptions { ClientId = "torture-script" });
    }

    /// <summary>The tortured meter.</summary>
    public static MeterSpecification Meter { get; } = new()
    {
        Meter = MeterNumber,
        Home = "torture",
        Cluster = Cluster,
        PvPeakWatts = TortureHome.MostGenerationWatts,
        StorageWattHours = 10_000,
        StorageWatts = 300,
        StateOfChargePermille = 900,
        SellAbovePermille = 500,
        CostMicrosPerKilowattHour = 50_000,
        MostLoadWatts = TortureHome.MostLoadWatts,
        Learns = true,
    };

    /// <summary>The meter with what it has against power cuts; the firmware chooses how often it samples.</summary>
    public static MeterSpecification MeterWith(TortureProtection protection) => Meter with
    {
        SamplingPeriodMilliseconds = 0,
        FramAddress = protection == TortureProtection.Fram ? FramAddress : 0,
        PowerFailPin = protection == TortureProtection.PowerFail ? PowerFailPin : -1,
    };

    /// <summary>The fault that takes the broker away.</summary>
    public static FaultPlan Outage { get; } =
        new([new PlannedFault(FaultSwitches.Find("broker-down")!, null, StartUtcSeconds + OutageSecond, OutageSeconds * 1000)]);

    /// <summary>Says what is to be said in that second.</summary>
    public void At(long utcSeconds)
    {
        int slot = MarketSlot.Of(utcSeconds, SlotSeconds);
        long second = utcSeconds - MarketSlot.StartSeconds(slot, SlotSeconds);
        if (second == NeighbourSecond)
        {
            Say(
                new Bid { Meter = Neighbour, Slot = slot + 1, Side = TradeSide.Buy, EnergyMilliwattHours = 50_000, PriceMicrosPerKilowattHour = 400_000 },
                Topics.ForMeter(Cluster, Neighbour, MessageType.Bid));
        }

        if (utcSeconds == StartUtcSeconds + (RestartSlot * SlotSeconds) + RestartSecond)
        {
            Say(
                new Command { Meter = MeterNumber, Slot = slot, Line = "reboot" },
                Topics.ForMeter(Cluster, MeterNumber, MessageType.Command));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private void Say(Message message, string topic)
    {
        message.Sequence = ++_sequence;
        int length = MessageCodec.Encode(message, _buffer, 0);
        _session.Publish(topic, _buffer.AsSpan(0, length), qos: 1, retain: false);
    }
}
