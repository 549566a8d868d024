// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>
/// A bystander on the bus: it adds up what meters and market say to one another between the first and the last slot of a scenario, and asks neither of them.
/// What it finds can therefore be held against the market's books and against the homes.
/// </summary>
public sealed class BusObserver : IDisposable
{
    private readonly IMqttSession _session;
    private readonly int _firstSlot;
    private readonly TopicParts _topic = new();
    private readonly SlotReport _report = new();
    private readonly Award _award = new();
    private readonly Settlement _settlement = new();
    private readonly PriceMessage _price = new();
    private readonly Acknowledgement _acknowledgement = new();
    private readonly SortedDictionary<int, MeterTally> _meters = [];
    private readonly SlotResult[] _slots;
    private readonly HashSet<(int Meter, MessageType Type, int Slot, int Sequence)> _taken = [];

    /// <summary>Connects and listens to one cluster.</summary>
    /// <param name="broker">The broker.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="firstSlot">First slot that counts.</param>
    /// <param name="slots">Number of slots.</param>
    public BusObserver(IMqttBroker broker, string cluster, int firstSlot, int slots)
    {
        ArgumentNullException.ThrowIfNull(broker);
        _firstSlot = firstSlot;
        _slots = Enumerable.Range(firstSlot, slots).Select(slot => new SlotResult(slot)).ToArray();
        _session = broker.CreateSession();
        _session.MessageReceived += Take;
        _session.Connect(new MqttConnectOptions { ClientId = $"prosumeter-observer-{cluster}" });
        _session.Subscribe([$"prosumeter/v1/{cluster}/#"], qos: 1);
    }

    /// <summary>The meters by number.</summary>
    public IReadOnlyDictionary<int, MeterTally> Meters => _meters;

    /// <summary>The slots in order.</summary>
    public IReadOnlyList<SlotResult> Slots => _slots;

    /// <summary>Messages seen.</summary>
    public long Messages { get; private set; }

    /// <summary>Their bytes, without topics.</summary>
    public long Bytes { get; private set; }

    /// <summary>What was seen of a meter, which may be nothing yet.</summary>
    public MeterTally MeterOf(int meter)
    {
        if (!_meters.TryGetValue(meter, out MeterTally? tally))
        {
            _meters[meter] = tally = new MeterTally(_firstSlot, _slots.Length);
        }

        return tally;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private void Take(MqttMessage message)
    {
        Messages++;
        Bytes += message.Payload.Length;
        if (!_topic.TryParse(message.Topic) || _topic.IsJson)
        {
            return;
        }

        switch (_topic.Type)
        {
            case MessageType.Price when IsGood(message, _price) && SlotOf(_price.Slot) is SlotResult slot:
                slot.RetailMicrosPerKilowattHour = _price.RetailMicrosPerKilowattHour;
                slot.FeedInMicrosPerKilowattHour = _price.FeedInMicrosPerKilowattHour;
                break;
            case MessageType.SlotReport when IsGood(message, _report):
                MeterOf(_topic.Meter).Take(_report);
                break;
            case MessageType.Award when IsGood(message, _award) && SlotOf(_award.Slot) is SlotResult slot:
                TakeAward(MeterOf(_topic.Meter), slot);
                break;
            case MessageType.Settlement when IsGood(message, _settlement):
                TakeSettlement(MeterOf(_topic.Meter));
                break;
            case MessageType.Acknowledgement when IsRead(message, _acknowledgement) && IsOfTheMarket(_acknowledgement) && IsNew(_acknowledgement):
                TakeRefusal(MeterOf(_topic.Meter));
                break;
        }
    }

    private void TakeSettlement(MeterTally meter)
    {
        HomeEnergies rise = meter.Take(_settlement);
        if (SlotOf(_settlement.Slot) is SlotResult slot)
        {
            slot.ImportMilliwattHours += rise.ImportMilliwattHours;
            slot.ExportMilliwattHours += rise.ExportMilliwattHours;
            slot.SettledMeters++;
        }
    }

    private void TakeRefusal(MeterTally meter)
    {
        meter.TakeRefusal();
        if (_acknowledgement.AnsweredType == MessageType.SlotReport)
        {
            meter.Refuse(_acknowledgement.AnsweredSequence);
        }
    }

    private void TakeAward(MeterTally meter, SlotResult slot)
    {
        meter.Take(_award);
        slot.Bids++;
        if (_award.Side == TradeSide.Sell)
        {
            slot.SoldMilliwattHours += _award.EnergyMilliwattHours;
        }
        else
        {
            slot.BoughtMilliwattHours += _award.EnergyMilliwattHours;
            slot.PaidMicros += _award.AmountMicros;
        }
    }

    private SlotResult? SlotOf(int slot)
    {
        int index = slot - _firstSlot;
        return index >= 0 && index < _slots.Length ? _slots[index] : null;
    }

    // The market answers bids and reports, and only when it refuses them; the meter itself answers the rest (docs/PROTOCOL.md, P-19).
    private static bool IsOfTheMarket(Acknowledgement answer) => answer.AnsweredType is MessageType.Bid or MessageType.SlotReport;

    // QoS 1 brings a message at least once; it counts once.
    private bool IsNew(Message message) => _taken.Add((message.Meter, message.Type, message.Slot, message.Sequence));

    private bool IsGood(MqttMessage message, Message into) => IsRead(message, into) && IsNew(into);

    private static bool IsRead(MqttMessage message, Message into) =>
        MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into) == RefusalReason.Taken;
}
