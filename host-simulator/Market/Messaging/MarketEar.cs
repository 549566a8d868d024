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
    private readonly Birth _birth = new();
    private readonly Acknowledgement _acknowledgement = new();

    public MarketEar(string cluster) => _cluster = cluster;

    /// <summary>Reads one message. A message that names another meter than its topic is malformed: topics are what a broker's access rules protect.</summary>
    public HeardMessage Hear(MqttMessage message)
    {
        byte[] payload = message.Payload;
        if (!_topic.TryParse(message.Topic) || _topic.Cluster != _cluster || _topic.Meter == 0 || _topic.IsJson)
        {
            return new HeardMessage(0, 0, null, RefusalReason.Malformed, payload);
        }

        if (IntoOf(_topic.Type) is not Message into)
        {
            return new HeardMessage(_topic.Meter, _topic.Type, null, RefusalReason.WrongType, payload);
        }

        RefusalReason reason = MessageCodec.Decode(payload, 0, payload.Length, into);
        if (reason == RefusalReason.Taken && into.Meter != _topic.Meter)
        {
            reason = RefusalReason.Malformed;
        }

        return new HeardMessage(_topic.Meter, _topic.Type, reason == RefusalReason.Taken ? into : null, reason, payload);
    }

    private Message? IntoOf(MessageType type) => type switch
    {
        MessageType.Bid => _bid,
        MessageType.SlotReport => _report,
        MessageType.Birth => _birth,
        MessageType.Acknowledgement => _acknowledgement,
        _ => null,
    };
}
