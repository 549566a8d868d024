// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Wire
{
    [TestClass]
    public class MessageJsonTests
    {
        private const string BidText =
            "{\"version\":1,\"type\":\"bid\",\"meter\":12,\"slot\":2000123,\"sequence\":505,\"flags\":0,"
            + "\"side\":1,\"energyMilliwattHours\":500000,\"priceMicrosPerKilowattHour\":175000}";

        private static readonly byte[] s_text = new byte[MessageJson.MaxTextLength + 2];
        private static readonly byte[] s_cbor = new byte[MessageCodec.MaxMessageLength];

        [TestMethod]
        [TestCategory("P-15")]
        [TestCategory("P-35")]
        public void EveryMessageReadsBackAsWritten()
        {
            for (int type = 1; type <= SampleMessages.Types; type++)
            {
                RoundTrip(SampleMessages.Typical(type));
                RoundTrip(SampleMessages.Lowest(type));
                RoundTrip(SampleMessages.Highest(type));
            }
        }

        [TestMethod]
        [TestCategory("P-15")]
        [TestCategory("P-16")]
        public void BidTextIsAsDocumented()
        {
            Assert.AreEqual(BidText, TextOf(SampleMessages.Typical(5)));
        }

        [TestMethod]
        [TestCategory("P-18")]
        public void LastWillIsOneLineOfAsciiWithTheBootCount()
        {
            StateMessage will = new StateMessage { Meter = 12, BootCount = 7, IsOnline = false };

            Assert.AreEqual(
                "{\"version\":1,\"type\":\"state\",\"meter\":12,\"slot\":0,\"sequence\":0,\"flags\":0,\"bootCount\":7,\"isOnline\":false,\"isAlone\":false,"
                + "\"storageState\":0,\"stateOfChargePermille\":0,\"faults\":0,\"uptimeSeconds\":0,\"outboxDepth\":0,\"droppedCount\":0}",
                TextOf(will));
        }

        [TestMethod]
        [TestCategory("P-16")]
        public void CodecReadsTheLastWill()
        {
            int length = MessageJson.Write(SampleMessages.Typical(2), s_text, 0);
            StateMessage state = new StateMessage();

            Assert.AreEqual((int)MessageType.State, (int)MessageCodec.PeekType(s_text, 0, length));
            Assert.AreEqual(0, (int)MessageCodec.Decode(s_text, 0, length, state));
            Assert.AreEqual(7, state.BootCount);
            Assert.IsTrue(state.IsOnline);
        }

        [TestMethod]
        [TestCategory("P-13")]
        [TestCategory("P-15")]
        public void WhiteSpaceAndOrderAreFree()
        {
            Command command = new Command();
            string text = "{ \"line\" : \"price \\\"now\\\"\" ,\r\n\t\"flags\":1,\"sequence\":3,\"slot\":0,\"meter\":12,\"type\":\"cmd\",\"version\":1 } ";

            Assert.AreEqual(0, (int)Read(text, command));
            Assert.AreEqual("price \"now\"", command.Line);
            Assert.AreEqual(3, command.Sequence);
            Assert.IsTrue(command.IsReplay);
        }

        [TestMethod]
        public void EveryPrefixIsRefused()
        {
            for (int length = 1; length < BidText.Length; length++)
            {
                Assert.AreEqual((int)RefusalReason.Truncated, (int)Read(BidText.Substring(0, length), new Bid()));
            }
        }

        [TestMethod]
        [TestCategory("P-9")]
        [TestCategory("P-15")]
        [TestCategory("P-20")]
        public void OtherVersionOrTypeIsRefused()
        {
            Refuse("\"version\":1", "\"version\":2", RefusalReason.UnknownVersion);
            Refuse("\"bid\"", "\"bit\"", RefusalReason.UnknownType);
            Refuse("\"bid\"", "\"\"", RefusalReason.UnknownType);
            Refuse("\"bid\"", "\"award\"", RefusalReason.WrongType);
            Refuse("\"bid\"", "\"a-verb-beyond-all-verbs\"", RefusalReason.TooLong);
        }

        [TestMethod]
        [TestCategory("P-15")]
        public void MembersMustBeThereOnceAndNoOther()
        {
            Refuse("\"side\":1,", "", RefusalReason.Malformed);
            Refuse("\"side\":1,", "\"side\":1,\"side\":1,", RefusalReason.Malformed);
            Refuse("\"side\":1,", "\"side\":1,\"colour\":1,", RefusalReason.Malformed);
            Refuse("\"side\":1,", "\"Side\":1,", RefusalReason.Malformed);
        }

        [TestMethod]
        [TestCategory("P-15")]
        public void NumbersAreIntegersInRange()
        {
            Refuse("\"side\":1", "\"side\":3", RefusalReason.OutOfRange);
            Refuse("\"side\":1", "\"side\":-1", RefusalReason.OutOfRange);
            Refuse("\"side\":1", "\"side\":1.0", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":1e0", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":01", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":-", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":+1", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":\"1\"", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":true", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":null", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":99999999999999999999", RefusalReason.OutOfRange);
            Refuse("\"side\":1", "\"side\":-9223372036854775808", RefusalReason.OutOfRange);
        }

        [TestMethod]
        [TestCategory("P-15")]
        public void OnlyOneFlatObject()
        {
            Refuse("\"side\":1", "\"side\":{\"a\":1}", RefusalReason.Malformed);
            Refuse("\"side\":1", "\"side\":[1]", RefusalReason.Malformed);
            Assert.AreEqual((int)RefusalReason.Malformed, (int)Read(BidText + "{}", new Bid()));
            Assert.AreEqual((int)RefusalReason.Malformed, (int)Read("[]", new Bid()));
            Assert.AreEqual((int)RefusalReason.Malformed, (int)Read("{}", new Bid()));
            Assert.AreEqual((int)RefusalReason.Truncated, (int)Read("", new Bid()));
        }

        [TestMethod]
        [TestCategory("P-15")]
        public void TextIsBoundedAscii()
        {
            string before = "{\"version\":1,\"type\":\"cmd\",\"meter\":1,\"slot\":0,\"sequence\":0,\"flags\":0,\"line\":\"";
            Assert.AreEqual(0, (int)Read(before + new string('x', 80) + "\"}", new Command()));
            Assert.AreEqual((int)RefusalReason.TooLong, (int)Read(before + new string('x', 81) + "\"}", new Command()));
            Assert.AreEqual((int)RefusalReason.OutOfRange, (int)Read(before + "a\\nb\"}", new Command()));
            Assert.AreEqual((int)RefusalReason.Malformed, (int)Read(before + "a\nb\"}", new Command()));
            Assert.AreEqual((int)RefusalReason.Malformed, (int)Read(before + "\\u0041\"}", new Command()));
            Assert.AreEqual((int)RefusalReason.Malformed, (int)Read(before + "\u00E4\"}", new Command()));
        }

        [TestMethod]
        [TestCategory("P-15")]
        public void LongerThanAnyTextIsTooLong()
        {
            Assert.AreEqual((int)RefusalReason.TooLong, (int)Read(BidText + new string(' ', MessageJson.MaxTextLength), new Bid()));
        }

        [TestMethod]
        public void WriterStopsAtTheEndOfTheBuffer()
        {
            Assert.AreEqual(0, MessageJson.Write(SampleMessages.Typical(5), new byte[BidText.Length - 1], 0));
            Assert.AreEqual(BidText.Length, MessageJson.Write(SampleMessages.Typical(5), new byte[BidText.Length], 0));
            Assert.AreEqual(0, MessageJson.Write(SampleMessages.Typical(5), s_text, -1));
            Assert.AreEqual(0, MessageJson.Write(SampleMessages.Typical(5), s_text, s_text.Length + 1));
        }

        [TestMethod]
        public void WriterRefusesFieldsOutOfRange()
        {
            Assert.AreEqual(0, MessageJson.Write(new Bid(), s_text, 0));
            Assert.AreEqual(0, MessageJson.Write(new Command { Line = "\u00E4" }, s_text, 0));
        }

        private static void RoundTrip(Message message)
        {
            int type = (int)message.Type;
            int length = MessageJson.Write(message, s_text, 1);
            Assert.IsTrue(length > 0, "type " + type);
            Assert.AreEqual(type, (int)MessageJson.PeekType(s_text, 1, length));

            Message copy = SampleMessages.Empty(type);
            Assert.AreEqual(0, (int)MessageJson.Read(s_text, 1, length, copy));
            Assert.AreEqual(CborOf(message), CborOf(copy));
        }

        private static string TextOf(Message message)
        {
            return BytesText.Ascii(s_text, 0, MessageJson.Write(message, s_text, 0));
        }

        private static string CborOf(Message message)
        {
            return BytesText.Hex(s_cbor, 0, MessageCodec.Encode(message, s_cbor, 0));
        }

        private static RefusalReason Read(string text, Message into)
        {
            byte[] bytes = BytesText.FromAscii(text);
            return MessageJson.Read(bytes, 0, bytes.Length, into);
        }

        // The text of a good bid with one part changed is refused and changes nothing.
        private static void Refuse(string part, string change, RefusalReason expected)
        {
            int at = BidText.IndexOf(part);
            Bid bid = (Bid)SampleMessages.Highest(5);
            string before = CborOf(bid);

            Assert.AreEqual((int)expected, (int)Read(BidText.Substring(0, at) + change + BidText.Substring(at + part.Length), bid), change);
            Assert.AreEqual(before, CborOf(bid));
        }
    }
}
