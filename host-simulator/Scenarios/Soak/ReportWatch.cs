// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>A receiver of slot reports and bids that is idempotent by (meter, slot, sequence), as PROTOCOL.md asks of every receiver, and counts what never came and what came as two.</summary>
internal sealed class ReportWatch : IDisposable
{
    private readonly IMqttSession _session;
    private readonly SortedDictionary<int, SlotReport> _reports = [];
    private readonly SortedDictionary<int, int> _bids = [];
    private readonly HashSet<(MessageType Type, int Sequence)> _unsaved = [];
    private readonly List<string> _violations;
    private readonly Func<bool> _isFlashRefusing;

    public ReportWatch(IMqttBroker broker, string cluster, int meter, List<string> violations, Func<bool> isFlashRefusing)
    {
        _violations = violations;
        _isFlashRefusing = isFlashRefusing;
        _session = broker.CreateSession();
        _session.MessageReceived += Take;
        _session.Connect(new MqttConnectOptions { ClientId = "soak-watch" });
        _session.Subscribe(
            [Topics.ForMeter(cluster, meter, MessageType.SlotReport), Topics.ForMeter(cluster, meter, MessageType.Bid)], qos: 1);
    }

    public int Reports => _reports.Count;

    public int Bids => _bids.Count;

    public int Replays { get; private set; }

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    /// <summary>Messages with a sequence that was said before while flash refused, and that a power cut took from the meter: docs/reliability.md, "What is not covered".</summary>
    public int Reused { get; private set; }

    /// <summary>Slots that passed without a report because the supply was away or the clock wrong; each is told by a flag in the report before or behind.</summary>
    public int LeftOut { get; private set; }

    public void Dispose() => _session.Dispose();

    /// <summary>Counts.</summary>
    /// <param name="firstSlot">The first slot that passed.</param>
    /// <param name="lastSlot">The last one.</param>
    public void Close(int firstSlot, int lastSlot)
    {
        LeftOut = Enumerable.Range(firstSlot, lastSlot - firstSlot + 1).Except(_reports.Values.Select(report => report.Slot)).Count();
        CountMissing("slot report", _reports.Keys);
        CountMissing("bid", _bids.Keys);
        int twice = _reports.Count - _reports.Values.Select(report => report.Slot).Distinct().Count();
        int bidTwice = _bids.Count - _bids.Values.Distinct().Count();
        Doubled += twice + bidTwice;
        if (twice + bidTwice > 0)
        {
            _violations.Add($"{twice} slots reported twice, {bidTwice} bid for twice");
        }

        SlotReport? before = null;
        foreach (SlotReport report in _reports.Values)
        {
            CheckOrder(before, report);
            before = report;
        }
    }

    private void CountMissing(string name, ICollection<int> sequences)
    {
        int missing = sequences.Count == 0 ? 0 : sequences.Max() - sequences.Count;
        Lost += missing;
        if (missing > 0)
        {
            _violations.Add($"{missing} of {sequences.Max()} {name}s never came");
        }
    }

    private void CheckOrder(SlotReport? before, SlotReport report)
    {
        if (before is null)
        {
            return;
        }

        if (report.Slot != before.Slot + 1 && !SlotGaps.IsTold(before.Faults, report.Faults))
        {
            _violations.Add($"slots between {before.Slot} and {report.Slot} left out without a word");
        }

        if (report.ImportMilliwattHours < before.ImportMilliwattHours || report.ExportMilliwattHours < before.ExportMilliwattHours)
        {
            _violations.Add($"a register fell between the reports of slots {before.Slot} and {report.Slot}");
        }
    }

    private void Take(MqttMessage message)
    {
        if (message.Topic.EndsWith("bid", StringComparison.Ordinal))
        {
            var bid = new Bid();
            if (Read(message, bid) && !_bids.TryAdd(bid.Sequence, bid.Slot) && _bids[bid.Sequence] != bid.Slot)
            {
                Double(bid);
            }

            return;
        }

        var report = new SlotReport();
        if (Read(message, report) && !_reports.TryAdd(report.Sequence, report) && !IsSame(_reports[report.Sequence], report))
        {
            Double(report);
        }
    }

    private bool Read(MqttMessage message, Message into)
    {
        RefusalReason reason = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into);
        if (reason != RefusalReason.Taken)
        {
            _violations.Add($"a message that is refused, reason {reason}");
            return false;
        }

        Replays += into.IsReplay ? 1 : 0;
        if (!into.IsReplay && _isFlashRefusing())
        {
            _unsaved.Add((into.Type, into.Sequence));
        }

        return true;
    }

    private void Double(Message message)
    {
        if (_unsaved.Contains((message.Type, message.Sequence)))
        {
            Reused++;
            return;
        }

        Doubled++;
        _violations.Add($"two different messages of type {message.Type} with sequence {message.Sequence}");
    }

    private static bool IsSame(SlotReport one, SlotReport other)
    {
        return one.Slot == other.Slot && one.ImportMilliwattHours == other.ImportMilliwattHours && one.ExportMilliwattHours == other.ExportMilliwattHours;
    }
}
