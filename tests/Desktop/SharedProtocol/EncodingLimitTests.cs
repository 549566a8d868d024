// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Tests.Shared.Wire;
using Prosumeter.Wire;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>The limits of docs/PROTOCOL.md, by its numbers and not by the constants of the code.</summary>
[TestClass]
public sealed class EncodingLimitTests
{
    private readonly byte[] _buffer = new byte[1024];

    [TestMethod]
    [TestCategory("P-12")]
    [TestCategory("P-15")]
    [TestCategory("P-16")]
    [TestCategory("P-35")]
    public void EveryMessageFitsItsRoomAndBeginsAsItsForm()
    {
        IEnumerable<Message> messages = Enumerable.Range(1, SampleMessages.Types).SelectMany(type => new[] { SampleMessages.Lowest(type), SampleMessages.Typical(type), SampleMessages.Highest(type) });
        foreach (Message message in messages)
        {
            Assert.IsInRange(1, 256, MessageCodec.Encode(message, _buffer, 0));
            Assert.AreEqual(0x80, _buffer[0] & 0xE0, "an array");
            Assert.IsInRange(1, 768, MessageJson.Write(message, _buffer, 0));
            Assert.AreEqual((byte)'{', _buffer[0]);
        }

        Assert.AreEqual((256, 768), (MessageCodec.MaxMessageLength, MessageJson.MaxTextLength));
    }

    [TestMethod]
    [TestCategory("P-34")]
    public void RegistersMoneyAndEnergiesEndWhereTheDocumentSays() =>
        Assert.AreEqual((1_000_000_000_000_000, 1_000_000_000_000_000), (EnergyRegister.HighestMilliwattHours, Message.HighestAmountMicros));

    [TestMethod]
    [TestCategory("P-11")]
    public void TextsArePrintableAsciiAndOnlyAnswersHaveLineFeeds()
    {
        for (int code = 0; code < 256; code++)
        {
            bool isPrintable = code is >= 0x20 and <= 0x7E;
            Assert.AreEqual(isPrintable, IsTaken(new Command { Line = Letter(code) }, code), $"{code:X2} in a command");
            Assert.AreEqual(isPrintable || code == '\n', IsTaken(new Acknowledgement { Text = Letter(code) }, code), $"{code:X2} in an answer");
        }
    }

    [TestMethod]
    [TestCategory("P-13")]
    [DataRow(0, false, false)]
    [DataRow(1, true, false)]
    [DataRow(2, false, true)]
    [DataRow(3, true, true)]
    public void FlagsSayReplayAndUnsynchronised(int flags, bool isReplay, bool isUnsynchronised)
    {
        byte[] bytes = BytesText.FromHex($"8901050000000{flags}010105");
        Bid bid = new();
        Assert.AreEqual(RefusalReason.Taken, MessageCodec.Decode(bytes, 0, bytes.Length, bid));
        Assert.AreEqual((isReplay, isUnsynchronised), (bid.IsReplay, bid.IsUnsynchronised));
    }

    /// <summary>Each of these bids is wrong twice; the first reason in the order head, fields, end, range is the one that is given.</summary>
    [TestMethod]
    [TestCategory("P-20")]
    [DataRow("8902051801", RefusalReason.UnknownVersion, DisplayName = "version before number form")]
    [DataRow("89010B60", RefusalReason.UnknownType, DisplayName = "type before fields")]
    [DataRow("89010500000004F5", RefusalReason.Malformed, DisplayName = "fields before the range of the head")]
    [DataRow("890105000000040101", RefusalReason.Truncated, DisplayName = "fields before range")]
    [DataRow("8901050000000401010500", RefusalReason.Malformed, DisplayName = "end before range")]
    [DataRow("8901050000000018010500", RefusalReason.NotCanonical, DisplayName = "fields before end")]
    [DataRow("89010500000004010105", RefusalReason.OutOfRange)]
    public void TheFirstReasonIsGiven(string hex, RefusalReason reason)
    {
        byte[] bytes = BytesText.FromHex(hex);
        Assert.AreEqual(reason, MessageCodec.Decode(bytes, 0, bytes.Length, new Bid()));
    }

    private static string Letter(int code) => new((char)code, 1);

    // The writer's word, and the reader's on the same bytes with a letter exchanged.
    private bool IsTaken(Message message, int code)
    {
        bool isWritten = MessageCodec.Encode(message, _buffer, 0) > 0;
        Message good = message is Command ? new Command { Line = Letter('A') } : new Acknowledgement { Text = Letter('A') };
        int length = MessageCodec.Encode(good, _buffer, 0);
        _buffer[length - 1] = (byte)code;
        bool isRead = MessageCodec.Decode(_buffer, 0, length, good) == RefusalReason.Taken;
        Assert.AreEqual(isWritten, isRead);
        return isRead;
    }
}
