// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>
/// Two clusters with a market each, which meet only through the broker: north has a seller, south a buyer. The market of north may be killed at any act; another one is
/// then started on its ledger at once.
/// </summary>
internal sealed class TwoClusterStory : IDisposable
{
    public const int Seller = 1;
    public const int Buyer = 2;
    private const int SlotSeconds = 900;
    private const int FirstSlot = 1000;
    private static readonly int[] s_seconds = [0, 5, 300, 840, 842, 855, 856, 870, 871, 885, 886];
    private readonly string _folder = Directory.CreateTempSubdirectory("prosumeter-clusters-").FullName;
    private readonly InProcessBroker _broker = new();
    private readonly KillableMarket _north;
    private readonly IMqttSession _meters;
    private readonly List<MqttMessage> _heard = [];
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
    private readonly Aggregator _southMarket;

    public TwoClusterStory(int crashAt)
    {
        _meters = _broker.CreateSession();
        _meters.MessageReceived += _heard.Add;
        _meters.Connect(new MqttConnectOptions { ClientId = "meters" });
        _meters.Subscribe(["prosumeter/v1/+/+/award", "prosumeter/v1/+/+/settlement"], qos: 1);
        South = Ledger.Open(Path.Combine(_folder, "south.ledger"));
        _north = new KillableMarket(_broker, Path.Combine(_folder, "north.ledger"), crashAt, (broker, ledger) => NewMarket(broker, "north", ledger));
        _southMarket = NewMarket(_broker, "south", South);
    }

    public Ledger North => _north.Ledger;

    public Ledger South { get; }

    public int Kills => _north.Kills;

    public int Acts => _north.Acts;

    public void Run()
    {
        foreach (int slot in Enumerable.Range(FirstSlot, 3))
        {
            foreach (int second in s_seconds)
            {
                long now = (((long)slot * SlotSeconds) + second) * 1000;
                MetersSpeak(slot, second);
                StepBoth(now);
                StepBoth(now);
            }
        }
    }

    /// <summary>The newest award of each slot to a meter, oldest slot first.</summary>
    public Award[] Awards(int meter) => Heard<Award>(meter).GroupBy(award => award.Slot).Select(slot => slot.MaxBy(award => award.Sequence)!).OrderBy(award => award.Slot).ToArray();

    /// <summary>The settlements of a meter, each once, oldest slot first.</summary>
    public Settlement[] Settlements(int meter) => Heard<Settlement>(meter).DistinctBy(settlement => settlement.Sequence).OrderBy(settlement => settlement.Slot).ToArray();

    public void Dispose()
    {
        _southMarket.Dispose();
        _meters.Dispose();
        _north.Dispose();
        South.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Aggregator NewMarket(IMqttBroker broker, string cluster, Ledger ledger) => new(
        broker,
        new AggregatorSettings(cluster, DailyTariff.Flat(new TariffPrices(300_000, 80_000)), new PayAsAskRule()) { JoinsUpperLevel = true },
        ledger);

    private void MetersSpeak(int slot, int second)
    {
        if (second == 5)
        {
            long delivered = Math.Max(slot - FirstSlot - 1, 0) * 300_000L;
            Say("north", Seller, new SlotReport { Slot = slot - 1, Sequence = slot, ExportMilliwattHours = delivered });
            Say("south", Buyer, new SlotReport { Slot = slot - 1, Sequence = slot, ImportMilliwattHours = delivered });
        }
        else if (second == 300)
        {
            Say("north", Seller, new Bid { Slot = slot + 1, Sequence = slot, Side = TradeSide.Sell, EnergyMilliwattHours = 500_000, PriceMicrosPerKilowattHour = 120_000 });
            Say("south", Buyer, new Bid { Slot = slot + 1, Sequence = slot, Side = TradeSide.Buy, EnergyMilliwattHours = 300_000, PriceMicrosPerKilowattHour = 200_000 });
        }
    }

    private void Say(string cluster, int meter, Message message)
    {
        message.Meter = meter;
        int length = MessageCodec.Encode(message, _buffer, 0);
        _meters.Publish(Topics.ForMeter(cluster, meter, message.Type), _buffer.AsSpan(0, length), qos: 1, retain: false);
    }

    private IEnumerable<T> Heard<T>(int meter)
        where T : Message, new()
    {
        foreach (MqttMessage message in _heard)
        {
            T into = new();
            if (MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into) == RefusalReason.Taken && into.Meter == meter)
            {
                yield return into;
            }
        }
    }

    private void StepBoth(long utcMilliseconds)
    {
        _north.StepUntilAlive(utcMilliseconds);
        _southMarket.Step(utcMilliseconds);
    }
}
