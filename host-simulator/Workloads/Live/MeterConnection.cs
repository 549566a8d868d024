// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Workloads.Live;

/// <summary>Some meters behind one connection: they bid, and count the awards of a slot.</summary>
internal sealed class MeterConnection : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly IMqttSession _session;
    private readonly string _cluster;
    private readonly int[] _meters;
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
    private readonly Award _award = new();
    private readonly Lock _gate = new();
    private readonly HashSet<int> _awarded = [];
    private int _slot;

    public MeterConnection(IMqttBroker broker, string cluster, IEnumerable<int> meters)
    {
        _cluster = cluster;
        _meters = meters.ToArray();
        _session = broker.CreateSession();
        _session.MessageReceived += Hear;
        MqttConnectResult answer = _session.Connect(new MqttConnectOptions { ClientId = $"meters-from-{_meters[0]}" });
        if (!answer.IsAccepted)
        {
            throw new InvalidOperationException(answer.Reason);
        }

        Subscribe();
    }

    /// <summary>Meters that have had an award of the slot.</summary>
    public int Awarded
    {
        get
        {
            lock (_gate)
            {
                return _awarded.Count;
            }
        }
    }

    /// <summary>Energy that was awarded in the slot, bought less sold, in mWh.</summary>
    public long BoughtLessSoldMilliwattHours { get; private set; }

    /// <summary>All meters bid for a slot, every other one to sell.</summary>
    public void Bid(int slot)
    {
        lock (_gate)
        {
            _slot = slot;
            _awarded.Clear();
            BoughtLessSoldMilliwattHours = 0;
        }

        Bid bid = new() { Slot = slot, Sequence = slot };
        foreach (int meter in _meters)
        {
            bid.Meter = meter;
            bid.Side = meter % 2 == 0 ? TradeSide.Sell : TradeSide.Buy;
            bid.EnergyMilliwattHours = 100_000 + (meter % 977 * 1000);
            bid.PriceMicrosPerKilowattHour = 100_000 + (meter % 89 * 2000);
            int length = MessageCodec.Encode(bid, _buffer, 0);
            _session.Publish(Topics.ForMeter(_cluster, meter, MessageType.Bid), _buffer.AsSpan(0, length), qos: 1, retain: false);
        }
    }

    public void Dispose() => _session.Dispose();

    private void Subscribe()
    {
        using ManualResetEventSlim isSubscribed = new();
        _session.Subscribed += OnSubscribed;
        _session.Subscribe(_meters.Select(meter => Topics.ForMeter(_cluster, meter, MessageType.Award)).ToArray(), qos: 1);
        bool isGranted = isSubscribed.Wait(s_patience);
        _session.Subscribed -= OnSubscribed;
        if (!isGranted)
        {
            throw new InvalidOperationException("The broker did not answer a subscription.");
        }

        void OnSubscribed(ushort id, int qos) => isSubscribed.Set();
    }

    private void Hear(MqttMessage message)
    {
        lock (_gate)
        {
            bool isGood = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, _award) == RefusalReason.Taken;
            if (isGood && _award.Slot == _slot && _awarded.Add(_award.Meter))
            {
                BoughtLessSoldMilliwattHours += _award.Side == TradeSide.Buy ? _award.EnergyMilliwattHours : -(long)_award.EnergyMilliwattHours;
            }
        }
    }
}
