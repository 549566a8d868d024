// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Tests.Shared.Wire;
using Prosumeter.Wire;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>Whatever comes in, CBOR and JSON give a message or a reason; never an exception, and a refused message has changed nothing.</summary>
[TestClass]
public sealed class CodecFuzzTests
{
    private static readonly string[] s_fragments =
    [
        "{", "}", ":", ",", "\"", "\\", "[", "]", " ", "\n", "-", "0", "1", "9223372036854775807", "99999999999999999999", "1.5", "true", "false", "null", "tru",
        "\"version\":1", "\"type\":\"bid\"", "\"meter\":1", "\"slot\":2", "\"sequence\":3", "\"flags\":0", "\"side\":1", "\"energyMilliwattHours\":1", "\"\\u0041\"", "\u00E4",
    ];

    [TestMethod]
    public void RandomMessagesReadBackFromCbor() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll<int>(seed => ReadsBack(seed, MessageCodec.Encode, MessageCodec.Decode)));

    [TestMethod]
    public void RandomMessagesReadBackFromJson() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll<int>(seed => ReadsBack(seed, MessageJson.Write, MessageJson.Read)));

    [TestMethod]
    [TestCategory("P-12")]
    public void RandomBidsTakeAtMostFortyBytes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll<int>(seed =>
        {
            Message bid = RandomFields.Fill(new Bid(), new Random(seed));
            return MessageCodec.Encode(bid, new byte[MessageCodec.MaxMessageLength], 0) is > 0 and <= 40;
        }));

    [TestMethod]
    [TestCategory("P-10")]
    [TestCategory("P-20")]
    public void AnyBytesAreReadOrRefused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll<byte[], byte>((bytes, type) => IsTakenAsWrittenOrRefused(bytes, type)));

    [TestMethod]
    [TestCategory("P-10")]
    [TestCategory("P-20")]
    public void AnyItemsBehindAGoodHeadAreReadOrRefused()
    {
        Gen<byte[]> items = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf();
        Gen<byte[]> messages = Gen.Choose(1, SampleMessages.Types).SelectMany(type =>
            items.Select(tail => new byte[] { 0x89, 1, (byte)type, 0, 0, 0, 0 }.Concat(tail).ToArray()));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10000), Prop.ForAll(messages.ToArbitrary(), bytes => IsTakenAsWrittenOrRefused(bytes, bytes[2])));
    }

    [TestMethod]
    [TestCategory("P-10")]
    [TestCategory("P-20")]
    public void ChangedMessagesAreReadOrRefused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20000), Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            int type = 1 + random.Next(SampleMessages.Types);
            byte[] bytes = new byte[MessageCodec.MaxMessageLength];
            int length = MessageCodec.Encode(RandomFields.Fill(SampleMessages.Empty(type), random), bytes, 0);
            for (int i = random.Next(3); i >= 0; i--)
            {
                bytes[random.Next(length)] ^= (byte)(1 << random.Next(8));
            }

            return IsTakenAsWrittenOrRefused(bytes[..(length - random.Next(2))], type);
        }));

    [TestMethod]
    public void AnyTextIsReadOrRefused()
    {
        Gen<string> texts = Gen.Elements(s_fragments).ArrayOf().Select(fragments => "{" + string.Concat(fragments));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20000), Prop.ForAll(texts.ToArbitrary(), text => IsTakenOrRefused(Encoding.Latin1.GetBytes(text), 5)));
    }

    [TestMethod]
    public void ChangedTextsAreReadOrRefused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20000), Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            int type = 1 + random.Next(SampleMessages.Types);
            byte[] bytes = new byte[MessageJson.MaxTextLength];
            int length = MessageJson.Write(RandomFields.Fill(SampleMessages.Empty(type), random), bytes, 0);
            int at = random.Next(length);
            byte[] fragment = Encoding.Latin1.GetBytes(s_fragments[random.Next(s_fragments.Length)]);
            int cut = random.Next(4);
            byte[] changed = [.. bytes[..at], .. fragment, .. bytes[Math.Min(length, at + cut)..length]];
            return IsTakenOrRefused(changed, type);
        }));

    [TestMethod]
    public void AnyPartOfABufferIsReadOrRefused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll<byte[], int, int>((bytes, offset, length) =>
        {
            Bid bid = new();
            MessageCodec.PeekType(bytes, offset, length);
            MessageJson.PeekType(bytes, offset, length);
            return (MessageCodec.Decode(bytes, offset, length, bid) != RefusalReason.Taken || bid.EnergyMilliwattHours > 0)
                && (MessageJson.Read(bytes, offset, length, bid) != RefusalReason.Taken || bid.EnergyMilliwattHours > 0)
                && MessageCodec.Encode(bid, bytes, offset) >= 0
                && MessageJson.Write(bid, bytes, offset) >= 0;
        }));

    [TestMethod]
    [TestCategory("P-3")]
    [TestCategory("P-7")]
    public void AnyTopicIsParsedBackOrRefused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll<string>(text =>
        {
            foreach (string topic in new[] { text ?? "", "prosumeter/v1/" + text, "prosumeter/v1/c/1/" + text, $"prosumeter/v1/{text}/1/bid", $"prosumeter/v1/c/{text}/bid" })
            {
                TopicParts parts = new();
                bool isOurs = parts.TryParse(topic);
                string speaker = parts.Meter == 0 ? Topics.ForMarket(parts.Cluster, parts.Type) : Topics.ForMeter(parts.Cluster, parts.Meter, parts.Type);
                if (isOurs ? speaker + (parts.IsJson ? Topics.JsonSuffix : "") != topic : parts.Cluster != "")
                {
                    return false;
                }
            }

            return true;
        }));

    private static bool ReadsBack(int seed, Func<Message, byte[], int, int> write, Func<byte[], int, int, Message, RefusalReason> read)
    {
        Random random = new(seed);
        int type = 1 + random.Next(SampleMessages.Types);
        Message message = RandomFields.Fill(SampleMessages.Empty(type), random);
        byte[] bytes = new byte[MessageJson.MaxTextLength + 9];
        int offset = random.Next(9);
        int length = write(message, bytes, offset);
        Message copy = RandomFields.Fill(SampleMessages.Empty(type), random);
        return length > 0 && read(bytes, offset, length, copy) == RefusalReason.Taken && MessageImage.Of(message) == MessageImage.Of(copy);
    }

    // The encoding is deterministic, so bytes that are taken are the only ones that say this message.
    private static bool IsTakenAsWrittenOrRefused(byte[] bytes, int type)
    {
        Message message = SampleMessages.Highest(type);
        byte[] again = new byte[MessageCodec.MaxMessageLength];
        bool isTaken = MessageCodec.Decode(bytes, 0, bytes.Length, message) == RefusalReason.Taken;
        return (!isTaken || bytes[0] == '{' || again[..MessageCodec.Encode(message, again, 0)].AsSpan().SequenceEqual(bytes)) && IsTakenOrRefused(bytes, type);
    }

    private static bool IsTakenOrRefused(byte[] bytes, int type)
    {
        Message message = SampleMessages.Highest(type);
        string before = MessageImage.Of(message);
        RefusalReason reason = MessageCodec.Decode(bytes, 0, bytes.Length, message);
        return reason == RefusalReason.Taken
            ? MessageCodec.PeekType(bytes, 0, bytes.Length) == message.Type
            : Enum.IsDefined(reason) && MessageImage.Of(message) == before;
    }
}
