// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>A message of the protocol as somebody heard it.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Meter">The meter by the topic; 0 for the market.</param>
/// <param name="Message">What it says; null when it is no message of ours.</param>
public sealed record BusMessage(string Topic, int Meter, Message? Message)
{
    /// <summary>Reads a message of any type.</summary>
    public static BusMessage Of(MqttMessage heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        TopicParts parts = new();
        if (!parts.TryParse(heard.Topic))
        {
            return new BusMessage(heard.Topic, 0, null);
        }

        Message into = New(parts.Type);
        RefusalReason reason = MessageCodec.Decode(heard.Payload, 0, heard.Payload.Length, into);
        return new BusMessage(heard.Topic, parts.Meter, reason == RefusalReason.Taken ? into : null);
    }

    private static Message New(MessageType type) => type switch
    {
        MessageType.Birth => new Birth(),
        MessageType.State => new StateMessage(),
        MessageType.Reading => new Reading(),
        MessageType.Price => new PriceMessage(),
        MessageType.Bid => new Bid(),
        MessageType.Award => new Award(),
        MessageType.SlotReport => new SlotReport(),
        MessageType.Settlement => new Settlement(),
        MessageType.Command => new Command(),
        _ => new Acknowledgement(),
    };
}
