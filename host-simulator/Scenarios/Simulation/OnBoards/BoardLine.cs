// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// The market's end of the line to one board: a broker that no other meter uses, and a session at it that says prices, awards and requests and hears bids and
/// reports. So a fault of the broker is one of this home's connection.
/// </summary>
internal sealed class BoardLine : IDisposable
{
    private readonly InProcessBroker _broker = new();
    private readonly IMqttSession _session;
    private readonly MarketEar _ear;
    private readonly SpokenSequences _spoken = new();
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
    private readonly string _cluster;
    private readonly int _meter;
    private readonly List<Bid> _bids = [];
    private readonly List<HeldReport> _reports = [];

    public BoardLine(string cluster, int meter, long utcSeconds)
    {
        (_cluster, _meter) = (cluster, meter);
        _ear = new MarketEar(cluster);
        _broker.AdvanceTo(utcSeconds * 1000);
        _session = _broker.CreateSession();
        _session.MessageReceived += Hear;
        _session.Connect(new MqttConnectOptions { ClientId = Topics.MarketName });
        _session.Subscribe([Topics.ForMeter(cluster, meter, MessageType.Bid), Topics.ForMeter(cluster, meter, MessageType.SlotReport)], qos: 1);
    }

    /// <summary>Where the board finds its broker.</summary>
    public IMqttBroker Broker => _broker;

    /// <summary>Delivers all that was said until a time.</summary>
    public void AdvanceTo(long utcMicroseconds) => _broker.AdvanceTo(utcMicroseconds / 1000);

    /// <summary>Says the prices; the broker keeps them for a meter that is away.</summary>
    public void Say(PriceMessage price) => Say(Topics.ForMarket(_cluster, MessageType.Price), price, isRetained: true);

    /// <summary>Says an award.</summary>
    public void Say(Award award) => Say(Topics.ForMeter(_cluster, _meter, MessageType.Award), award, isRetained: false);

    /// <summary>Asks for the reports from a sequence on.</summary>
    public void AskForReplay(int sequence) => Say(
        Topics.ForMeter(_cluster, _meter, MessageType.Command),
        new Command
        {
            Meter = _meter,
            Sequence = _spoken.Next(MessageType.Command),
            Line = string.Create(CultureInfo.InvariantCulture, $"replay {sequence}"),
        },
        isRetained: false);

    /// <summary>The bids heard since the last time.</summary>
    public Bid[] TakeBids() => Emptied(_bids);

    /// <summary>The reports heard since the last time.</summary>
    public HeldReport[] TakeReports() => Emptied(_reports);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static T[] Emptied<T>(List<T> list)
    {
        T[] all = [.. list];
        list.Clear();
        return all;
    }

    private void Say(string topic, Message message, bool isRetained)
    {
        int length = MessageCodec.Encode(message, _buffer, 0);
        if (length == 0)
        {
            throw new InvalidOperationException($"The market cannot say {message.Type} for meter {_meter}, slot {message.Slot}: a field is out of the protocol's range.");
        }

        _session.Publish(topic, _buffer.AsSpan(0, length), qos: 1, isRetained);
    }

    private void Hear(MqttMessage message)
    {
        switch (_ear.Hear(message).Message)
        {
            case Bid bid:
                _bids.Add(Copies.Of(bid));
                break;
            case SlotReport report:
                _reports.Add(Copies.Of(report, _broker.NowMilliseconds / 1000));
                break;
            default:
                break;
        }
    }
}
