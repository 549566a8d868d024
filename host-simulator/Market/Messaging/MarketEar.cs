// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Understands what meters say to the market, or says why not.</summary>
internal sealed class MarketEar
{
    private readonly string _cluster;
    private readonly TopicParts _topic = new();
    private readonly Bid _bid = new();
    private readonly SlotReport _report = new();

    public MarketEar(string cluster) => _cluster = cluster;

    /// <summary>Reads one message. A message that names another meter than its topic is malformed: topics are what a broker's access rules protect.</summary>
    public HeardMessage Hear(MqttMessage message)
    {
        if (!Topics.TryParse(message.Topic, _topic) || _topic.Cluster != _cluster || _topic.Meter == 0 || _topic.IsJson)
        {
            return new HeardMessage(0, 0, null, RefusalReason.Malformed);
        }

        if (_topic.Type is not (MessageType.Bid or MessageType.SlotReport))
        {
            return new HeardMessage(_topic.Meter, _topic.Type, null, RefusalReason.WrongType);
        }

        Message into = _topic.Type == MessageType.Bid ? _bid : _report;
        RefusalReason reason = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into);
        if (reason == RefusalReason.Taken && into.Meter != _topic.Meter)
        {
            reason = RefusalReason.Malformed;
        }

        return new HeardMessage(_topic.Meter, _topic.Type, reason == RefusalReason.Taken ? into : null, reason);
    }
}
