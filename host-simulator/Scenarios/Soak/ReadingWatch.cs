// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Firmware;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>Holds the readings that came against those that the meter made, whose sequences jump with each start; a receiver that counts each one once.</summary>
internal sealed class ReadingWatch : IDisposable
{
    private readonly VirtualMeter _meter;
    private readonly IMqttSession _session;
    private readonly Reading _reading = new();
    private readonly HashSet<int> _arrived = [];
    private readonly List<string> _violations;
    private int _lastMade;
    private int _highest;
    private int _gaveWayBefore;
    private int _gaveWay;
    private int _outOfOrder;

    public ReadingWatch(IMqttBroker broker, string cluster, VirtualMeter meter, List<string> violations)
    {
        _meter = meter;
        _violations = violations;
        _session = broker.CreateSession();
        _session.MessageReceived += Take;
        _session.Connect(new MqttConnectOptions { ClientId = "soak-readings" });
        _session.Subscribe([Topics.ForMeter(cluster, meter.Meter.Meter, MessageType.Reading)], qos: 1);
        meter.Started += Start;
        meter.Stepped += Look;
        meter.Stopped += _ => Look();
    }

    /// <summary>Readings that the meter made.</summary>
    public int Made { get; private set; }

    /// <summary>Readings that came, each counted once.</summary>
    public int Arrived => _arrived.Count;

    /// <summary>Readings that came as history.</summary>
    public int Replays { get; private set; }

    /// <summary>Readings that gave way to newer ones, as the meter counts them.</summary>
    public int GaveWay => _gaveWayBefore + _gaveWay;

    public void Dispose() => _session.Dispose();

    /// <summary>Counts. Besides those that gave way a start may cost one reading, which no broker had acknowledged.</summary>
    /// <param name="starts">Starts of the firmware.</param>
    public void Close(int starts)
    {
        int lost = Made - Arrived;
        if (lost > GaveWay + starts)
        {
            _violations.Add($"{lost} of {Made} readings never came, {GaveWay} gave way, {starts} starts");
        }

        if (_outOfOrder > 0)
        {
            _violations.Add($"{_outOfOrder} readings came behind newer ones");
        }
    }

    private void Start()
    {
        _gaveWayBefore += _gaveWay;
        _gaveWay = 0;
        _lastMade = _meter.Firmware!.Counters.Last(MessageType.Reading);
    }

    // A step that was cut short may have made one; a start that was has no parts.
    private void Look()
    {
        if (_meter.Firmware is not Meter firmware)
        {
            return;
        }

        int last = firmware.Counters.Last(MessageType.Reading);
        Made += last - _lastMade;
        _lastMade = last;
        _gaveWay = firmware.Readings.LostCount;
    }

    private void Take(MqttMessage message)
    {
        if (MessageCodec.Decode(message.Payload, 0, message.Payload.Length, _reading) != RefusalReason.Taken)
        {
            _violations.Add("a reading that is refused");
            return;
        }

        Replays += _reading.IsReplay ? 1 : 0;
        if (_arrived.Add(_reading.Sequence))
        {
            _outOfOrder += _reading.Sequence < _highest ? 1 : 0;
            _highest = Math.Max(_highest, _reading.Sequence);
        }
    }
}
