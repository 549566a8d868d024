// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using Prosumeter.Simulator.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>Messages of aggregators as JSON: every member once, none besides, whole numbers.</summary>
internal static class UpperLevelCodec
{
    /// <summary>Version of the messages.</summary>
    public const int Version = 1;

    /// <summary>The longest message in bytes.</summary>
    public const int LongestMessage = 4096;

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 4,
    };

    /// <summary>The bytes of a message.</summary>
    public static byte[] Encode(IUpperLevelMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), s_options);

    /// <summary>Reads a message. One that names another speaker than its topic is malformed: topics are what a broker's access rules protect.</summary>
    /// <param name="message">What came.</param>
    /// <param name="into">The message; null when it is refused.</param>
    public static RefusalReason Decode(MqttMessage message, out IUpperLevelMessage? into)
    {
        into = null;
        if (!UpperLevelTopics.TryParse(message.Topic, out string? cluster, out string? verb))
        {
            return RefusalReason.WrongType;
        }

        if (message.Payload.Length > LongestMessage)
        {
            return RefusalReason.TooLong;
        }

        IUpperLevelMessage? read = Read(verb, message.Payload);
        RefusalReason reason = read is null ? RefusalReason.Malformed
            : read.Version != Version ? RefusalReason.UnknownVersion
            : read.Speaker != cluster || read.Slot < 0 ? RefusalReason.Malformed
            : read.Check();
        into = reason == RefusalReason.Taken ? read : null;
        return reason;
    }

    /// <summary>A trade as a ledger keeps it.</summary>
    public static byte[] BytesOf(int slot, ClusterTrade trade) => Encode(
        new TradeMessage(Version, slot, trade.Seller, trade.Buyer, trade.EnergyMilliwattHours, trade.PriceMicrosPerKilowattHour));

    /// <summary>Reads what <see cref="BytesOf"/> wrote.</summary>
    public static ClusterTrade TradeOf(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<TradeMessage>(bytes, s_options)!.ToTrade();

    private static IUpperLevelMessage? Read(string verb, ReadOnlySpan<byte> payload)
    {
        try
        {
            return verb switch
            {
                UpperLevelTopics.Offer => JsonSerializer.Deserialize<OfferMessage>(payload, s_options),
                _ => JsonSerializer.Deserialize<TradeMessage>(payload, s_options) is TradeMessage trade ? trade with { Verb = verb } : null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
