// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Marks what the market says again after a restart: perhaps it had been said (docs/PROTOCOL.md, P-25).</summary>
internal static class Replay
{
    /// <summary>The same message with the replay flag.</summary>
    public static byte[] Of(byte[] payload)
    {
        Message? message = New(MessageCodec.PeekType(payload, 0, payload.Length));
        if (message is null || MessageCodec.Decode(payload, 0, payload.Length, message) != RefusalReason.Taken)
        {
            return payload;
        }

        message.IsReplay = true;
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        return buffer[..MessageCodec.Encode(message, buffer, 0)];
    }

    private static Message? New(MessageType type) => type switch
    {
        MessageType.Price => new PriceMessage(),
        MessageType.Award => new Award(),
        MessageType.Settlement => new Settlement(),
        MessageType.Command => new Command(),
        MessageType.Acknowledgement => new Acknowledgement(),
        _ => null,
    };
}
