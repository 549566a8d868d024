// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Firmware;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>
/// A receiver on the bus that is idempotent by (meter, slot, sequence), as PROTOCOL.md asks of every receiver: what comes twice counts once. It says what never
/// came and what came as two different messages.
/// </summary>
internal sealed class MessageWatch : IDisposable
{
    private readonly IMqttSession _session;
    private readonly TopicParts _topic = new();
    private readonly Bid _bid = new();
    private readonly SlotReport _report = new();
    private readonly SortedDictionary<(int Slot, int Sequence), string> _bids = [];
    private readonly SortedDictionary<(int Slot, int Sequence), string> _reports = [];
    private readonly Reading _reading = new();
    private readonly SortedDictionary<(int Slot, int Sequence), string> _readings = [];
    private readonly SortedSet<int> _opened = [];
    private readonly List<string> _violations;

    public MessageWatch(IMqttBroker broker, List<string> violations)
    {
        _violations = violations;
        _session = broker.CreateSession();
        _session.MessageReceived += Take;
        _session.Connect(new MqttConnectOptions { ClientId = "torture-watch" });
        _session.Subscribe([Topics.ForMeter(TortureScript.Cluster, TortureScript.MeterNumber, MessageType.Bid)[..^3] + "+"], qos: 1);
    }

    public event Action? BirthSeen;

    public int Bids => _bids.Count;

    public int Reports => _reports.Count;

    public int Awards { get; private set; }

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    /// <summary>Notes the slot that the meter has under way, which it owes a report.</summary>
    public void Stepped(Meter meter)
    {
        if (meter.Journal.OpenSlot >= 0)
        {
            _opened.Add(meter.Journal.OpenSlot);
        }
    }

    /// <summary>Counts what is missing and what is there twice.</summary>
    public void Close(Meter meter)
    {
        _opened.Remove(meter.Journal.OpenSlot);
        foreach (int slot in _opened.Where(slot => !_reports.Keys.Any(key => key.Slot == slot)))
        {
            Lost++;
            _violations.Add($"no report of slot {slot}");
        }

        CheckSequences("bid", _bids.Keys);
        CheckSequences("slot report", _reports.Keys);
        int waiting = meter.Outbox.Depth + meter.Readings.Depth;
        if (waiting != 0)
        {
            _violations.Add($"{waiting} messages still wait in the outbox");
        }

        if (meter.Readings.LostCount != 0)
        {
            _violations.Add($"{meter.Readings.LostCount} readings gave way");
        }
    }

    public void Dispose() => _session.Dispose();

    private void CheckSequences(string name, ICollection<(int Slot, int Sequence)> keys)
    {
        int doubled = keys.Count - keys.Select(key => key.Slot).Distinct().Count();
        int repeated = keys.Count - keys.Select(key => key.Sequence).Distinct().Count();
        int missing = keys.Count == 0 ? 0 : keys.Max(key => key.Sequence) - keys.Select(key => key.Sequence).Distinct().Count();
        Doubled += Math.Max(doubled, repeated);
        Lost += missing;
        if (doubled + repeated + missing > 0)
        {
            _violations.Add($"{name}: {doubled} slots twice, {repeated} sequences twice, {missing} missing: {string.Join(" ", keys)}");
        }
    }

    private void Take(MqttMessage message)
    {
        if (!_topic.TryParse(message.Topic) || _topic.IsJson)
        {
            return;
        }

        switch (_topic.Type)
        {
            case MessageType.Bid:
                Take(message, _bid, _bids);
                break;
            case MessageType.SlotReport:
                Take(message, _report, _reports);
                break;
            case MessageType.Reading:
                Take(message, _reading, _readings);
                break;
            case MessageType.Award:
                Awards++;
                break;
            case MessageType.Birth:
                BirthSeen?.Invoke();
                break;
        }
    }

    private void Take(MqttMessage message, Message into, SortedDictionary<(int Slot, int Sequence), string> seen)
    {
        RefusalReason reason = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into);
        if (reason != RefusalReason.Taken)
        {
            _violations.Add($"a message that is refused, reason {reason}");
            return;
        }

        into.IsReplay = false;
        byte[] canonical = new byte[MessageCodec.MaxMessageLength];
        string content = Convert.ToHexString(canonical, 0, MessageCodec.Encode(into, canonical, 0));
        if (!seen.TryAdd((into.Slot, into.Sequence), content) && seen[(into.Slot, into.Sequence)] != content)
        {
            Doubled++;
            _violations.Add($"two different messages of type {into.Type}, slot {into.Slot}, sequence {into.Sequence}");
        }
    }
}
