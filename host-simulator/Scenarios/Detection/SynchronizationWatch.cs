// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Detection;

/// <summary>
/// Listens to the slot reports of a cluster and raises an alert when its generating meters synchronize (docs/PROTOCOL.md, P-55 and P-56;
/// docs/studies/detection.md). It runs beside the market and disturbs nothing there. A slot is judged one slot after its end.
/// </summary>
public sealed class SynchronizationWatch : IDisposable
{
    /// <summary>One false alarm in so many slots: one in ten days of quarter-hours.</summary>
    public const double UsualFalseAlarmRate = 0.001;

    private const int RetryMilliseconds = 2000;
    private const int SlotsToReport = 1;

    private readonly IMqttSession _session;
    private readonly string _cluster;
    private readonly int _slotSeconds;
    private readonly SlotReportDetector _detector;
    private readonly ConcurrentQueue<MqttMessage> _heard = new();
    private readonly SlotReport _report = new();
    private long _nextAttemptMilliseconds;
    private int _judgedSlot = -1;

    /// <summary>A watch that connects with its first step.</summary>
    /// <param name="broker">The cluster's broker.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="slotSeconds">Length of its slots, s.</param>
    /// <param name="settings">How to judge; null for the usual: a robust baseline of 28 days and <see cref="UsualFalseAlarmRate"/>.</param>
    /// <exception cref="ArgumentException">The length is none of a slot, or the settings make no sense.</exception>
    public SynchronizationWatch(IMqttBroker broker, string cluster, int slotSeconds, DetectorSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(broker);
        (_cluster, _slotSeconds) = (cluster, slotSeconds);
        _detector = new SlotReportDetector([], slotSeconds, settings ?? new DetectorSettings(FalseAlarmRate: UsualFalseAlarmRate));
        _session = broker.CreateSession();
        _session.MessageReceived += _heard.Enqueue;
    }

    /// <summary>An alert was raised.</summary>
    public event Action<SynchronizationAlert>? Raised;

    /// <summary>Meters watched: those that have reported generation.</summary>
    public int Meters => _detector.Meters.Count;

    /// <summary>Where a cluster's alerts are published.</summary>
    public static string TopicOf(string cluster) => $"{Topics.Root}{cluster}/{Topics.MarketName}/alert";

    /// <summary>Learns from a report of the past, such as one in the market's ledger; to be called before the first step, in the order of the slots.</summary>
    public void Recall(SlotReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        JudgeUntil(report.Slot - SlotsToReport - 1, isPast: true);
        Take(report);
    }

    /// <summary>Does all that is due.</summary>
    /// <param name="utcMilliseconds">The time, in ms since 1970-01-01 UTC.</param>
    public void Step(long utcMilliseconds)
    {
        int slot = MarketSlot.Of(utcMilliseconds / 1000, _slotSeconds);
        Connect(utcMilliseconds);
        while (_heard.TryDequeue(out MqttMessage? message))
        {
            if (IsReport(message) && _report.Slot <= slot)
            {
                Take(_report);
            }
        }

        JudgeUntil(slot - SlotsToReport - 1, isPast: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_session.IsConnected)
        {
            _session.Disconnect();
        }

        _session.Dispose();
    }

    private void Connect(long utcMilliseconds)
    {
        if (_session.IsConnected || utcMilliseconds < _nextAttemptMilliseconds)
        {
            return;
        }

        _nextAttemptMilliseconds = utcMilliseconds + RetryMilliseconds;
        if (_session.Connect(new MqttConnectOptions { ClientId = $"prosumeter-watch-{_cluster}" }).IsAccepted)
        {
            _session.Subscribe([TopicFilters.ForAllMeters(_cluster, MessageType.SlotReport)], qos: 1);
        }
    }

    private bool IsReport(MqttMessage message)
    {
        TopicParts parts = new();
        return parts.TryParse(message.Topic)
            && MessageCodec.Decode(message.Payload, 0, message.Payload.Length, _report) == RefusalReason.Taken
            && parts.Meter == _report.Meter;
    }

    private void Take(SlotReport report)
    {
        if (report.GenerationMilliwattHours > 0)
        {
            _detector.Watch(report.Meter);
        }

        _detector.Take(report);
    }

    // Nothing is judged before the first report; of a long silence only the end is.
    private void JudgeUntil(int last, bool isPast)
    {
        if (_judgedSlot < 0)
        {
            _judgedSlot = last;
        }

        while (_judgedSlot < last)
        {
            _judgedSlot++;
            SlotFinding? finding = _detector.Close(_judgedSlot);
            if (finding is { IsAlert: true } && !isPast)
            {
                Raise(SynchronizationAlert.Of(_judgedSlot, finding));
            }
        }
    }

    private void Raise(SynchronizationAlert alert)
    {
        if (_session.IsConnected)
        {
            _session.Publish(TopicOf(_cluster), alert.ToJson(), qos: 1, retain: false);
        }

        Raised?.Invoke(alert);
    }
}
