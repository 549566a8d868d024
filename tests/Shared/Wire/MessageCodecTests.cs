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
    public class MessageCodecTests
    {
        private const int Offset = 3;

        private static readonly byte[] s_first = new byte[Offset + MessageCodec.MaxMessageLength];
        private static readonly byte[] s_second = new byte[Offset + MessageCodec.MaxMessageLength];

        [TestMethod]
        [TestCategory("P-8")]
        [TestCategory("P-12")]
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
        [TestCategory("P-8")]
        [TestCategory("P-14")]
        public void BidBytesAreAsDocumented()
        {
            int length = MessageCodec.Encode(SampleMessages.Typical(5), s_first, 0);

            Assert.AreEqual("8901050C1A001E84FB1901F900011A0007A1201A0002AB98", BytesText.Hex(s_first, 0, length));
        }

        [TestMethod]
        [TestCategory("P-12")]
        public void BidTakesAtMostFortyBytes()
        {
            Assert.IsTrue(MessageCodec.Encode(SampleMessages.Highest(5), s_first, 0) <= 40);
        }

        [TestMethod]
        public void NegativeAmountBytesAreAsDocumented()
        {
            int length = MessageCodec.Encode(SampleMessages.Typical(8), s_first, 0);

            Assert.AreEqual("8A01080C1A001E84FB1901FC011A0003A9801927103909C31A0012D687", BytesText.Hex(s_first, 0, length));
        }

        [TestMethod]
        [TestCategory("P-8")]
        [TestCategory("P-20")]
        public void EveryPrefixIsTruncated()
        {
            for (int type = 1; type <= SampleMessages.Types; type++)
            {
                int length = MessageCodec.Encode(SampleMessages.Typical(type), s_first, 0);
                for (int prefix = 0; prefix < length; prefix++)
                {
                    RefuseUnchanged(type, s_first, prefix, RefusalReason.Truncated);
                }
            }
        }

        [TestMethod]
        [TestCategory("P-8")]
        [TestCategory("P-12")]
        [TestCategory("P-20")]
        public void ByteAfterTheEndIsMalformed()
        {
            for (int type = 1; type <= SampleMessages.Types; type++)
            {
                int length = MessageCodec.Encode(SampleMessages.Typical(type), s_first, 0);
                s_first[length] = 0;
                RefuseUnchanged(type, s_first, length + 1, RefusalReason.Malformed);
            }
        }

        [TestMethod]
        [TestCategory("P-9")]
        [TestCategory("P-20")]
        public void OtherVersionIsUnknownWhateverFollows()
        {
            RefuseUnchanged(5, "8902", RefusalReason.UnknownVersion);
            RefuseUnchanged(5, "8502A0FFFF", RefusalReason.UnknownVersion);
            RefuseUnchanged(5, "8900050C000000010105", RefusalReason.UnknownVersion);
            RefuseUnchanged(5, "8920050C000000010105", RefusalReason.UnknownVersion);
        }

        [TestMethod]
        [TestCategory("P-13")]
        [TestCategory("P-20")]
        public void OtherTypeIsUnknownOrWrong()
        {
            RefuseUnchanged(5, "890100", RefusalReason.UnknownType);
            RefuseUnchanged(5, "89010B", RefusalReason.UnknownType);
            RefuseUnchanged(5, "890106", RefusalReason.WrongType);
        }

        [TestMethod]
        [TestCategory("P-13")]
        [TestCategory("P-20")]
        public void FieldsOutsideTheirRangeAreRefused()
        {
            RefuseUnchanged(5, "8901052000000001" + "0105", RefusalReason.OutOfRange); // meter -1
            RefuseUnchanged(5, "890105001A80000000" + "0000010105", RefusalReason.OutOfRange); // slot 2^31
            RefuseUnchanged(5, "89010500000004010105", RefusalReason.OutOfRange); // flags 4
            RefuseUnchanged(5, "89010500000000030105", RefusalReason.OutOfRange); // side 3
            RefuseUnchanged(5, "89010500000000010005", RefusalReason.OutOfRange); // energy 0
            RefuseUnchanged(5, "890105000000000101" + "1A77359401", RefusalReason.OutOfRange); // price 2000000001
            RefuseUnchanged(5, "890105000000000101" + "1BFFFFFFFFFFFFFFFF", RefusalReason.OutOfRange); // beyond 64 signed bits
        }

        [TestMethod]
        [TestCategory("P-10")]
        [TestCategory("P-20")]
        public void LongerFormOfANumberIsNotCanonical()
        {
            RefuseUnchanged(5, "89010500000000" + "1801" + "0105", RefusalReason.NotCanonical);
            RefuseUnchanged(5, "89010500000000" + "190001" + "0105", RefusalReason.NotCanonical);
            RefuseUnchanged(5, "8901050000000001" + "1A0000FFFF" + "05", RefusalReason.NotCanonical);
            RefuseUnchanged(5, "8901050000000001" + "1B00000000FFFFFFFF" + "05", RefusalReason.NotCanonical);
            RefuseUnchanged(5, "9809" + "010500000000010105", RefusalReason.NotCanonical);
        }

        [TestMethod]
        [TestCategory("P-8")]
        [TestCategory("P-10")]
        [TestCategory("P-20")]
        public void OtherItemsAreMalformed()
        {
            RefuseUnchanged(5, "00", RefusalReason.Malformed);
            RefuseUnchanged(5, "A0", RefusalReason.Malformed);
            RefuseUnchanged(5, "9F010500000000010105FF", RefusalReason.Malformed); // indefinite length
            RefuseUnchanged(5, "890105F500000000010105", RefusalReason.Malformed); // true for a number
            RefuseUnchanged(5, "89010560000000010105", RefusalReason.Malformed); // text for a number
            RefuseUnchanged(5, "8901051C", RefusalReason.Malformed); // reserved size
            RefuseUnchanged(5, "8801050000000001" + "0105", RefusalReason.Malformed); // 8 items announced, 9 there
            RefuseUnchanged(6, "8A0106000000000101" + "05" + "00", RefusalReason.Malformed); // 0 for false
        }

        [TestMethod]
        [TestCategory("P-11")]
        [TestCategory("P-20")]
        public void TextIsBoundedAsciiWithoutControls()
        {
            RefuseUnchanged(9, "87010900000000" + "7851", RefusalReason.TooLong);
            RefuseUnchanged(9, "87010900000000" + "620A41", RefusalReason.OutOfRange);
            RefuseUnchanged(9, "87010900000000" + "62C3A4", RefusalReason.OutOfRange);
            RefuseUnchanged(9, "87010900000000" + "6100", RefusalReason.OutOfRange);
        }

        [TestMethod]
        [TestCategory("P-12")]
        [TestCategory("P-20")]
        public void LongerThanAnyMessageIsTooLong()
        {
            byte[] bytes = new byte[MessageCodec.MaxMessageLength + 1];
            bytes[0] = 0x89;
            RefuseUnchanged(5, bytes, bytes.Length, RefusalReason.TooLong);
        }

        [TestMethod]
        public void PartOutsideTheBufferIsTruncated()
        {
            Bid bid = new Bid();
            byte[] bytes = BytesText.FromHex("8901050C");

            Assert.AreEqual((int)RefusalReason.Truncated, (int)MessageCodec.Decode(bytes, 0, 5, bid));
            Assert.AreEqual((int)RefusalReason.Truncated, (int)MessageCodec.Decode(bytes, -1, 2, bid));
            Assert.AreEqual(0, (int)MessageCodec.PeekType(bytes, 3, 2));
        }

        [TestMethod]
        [TestCategory("P-34")]
        public void WriterRefusesWhatTheReaderWouldRefuse()
        {
            Assert.AreEqual(0, MessageCodec.Encode(new Bid(), s_first, 0));
            Assert.AreEqual(0, MessageCodec.Encode(new Birth { SlotSeconds = 59 }, s_first, 0));
            Assert.AreEqual(0, MessageCodec.Encode(new Command { Line = "a\nb" }, s_first, 0));
            Assert.AreEqual(0, MessageCodec.Encode(new Command { Line = new string('a', 81) }, s_first, 0));
            Assert.AreEqual(0, MessageCodec.Encode(new SlotReport { ImportMilliwattHours = -1 }, s_first, 0));
            Assert.AreEqual(0, MessageCodec.Encode(new SlotReport { ImportMilliwattHours = 1_000_000_000_000_001 }, s_first, 0));
        }

        [TestMethod]
        public void WriterStopsAtTheEndOfTheBuffer()
        {
            int length = MessageCodec.Encode(SampleMessages.Typical(7), s_first, 0);
            byte[] small = new byte[length - 1];

            Assert.AreEqual(0, MessageCodec.Encode(SampleMessages.Typical(7), small, 0));
            Assert.AreEqual(0, MessageCodec.Encode(SampleMessages.Typical(7), new byte[0], 0));
            Assert.AreEqual(0, MessageCodec.Encode(SampleMessages.Typical(7), s_first, -1));
            Assert.AreEqual(0, MessageCodec.Encode(SampleMessages.Typical(7), s_first, s_first.Length));
            Assert.AreEqual(length, MessageCodec.Encode(SampleMessages.Typical(7), new byte[length], 0));
        }

        [TestMethod]
        public void TypeIsSeenWithoutReadingTheRest()
        {
            for (int type = 1; type <= SampleMessages.Types; type++)
            {
                int length = MessageCodec.Encode(SampleMessages.Typical(type), s_first, Offset);
                Assert.AreEqual(type, (int)MessageCodec.PeekType(s_first, Offset, length));
                Assert.AreEqual(type, (int)MessageCodec.PeekType(s_first, Offset, 3));
            }

            Assert.AreEqual(0, (int)MessageCodec.PeekType(BytesText.FromHex("890205"), 0, 3));
            Assert.AreEqual(0, (int)MessageCodec.PeekType(BytesText.FromHex("89010B"), 0, 3));
            Assert.AreEqual(0, (int)MessageCodec.PeekType(BytesText.FromHex("8901"), 0, 2));
        }

        private static void RoundTrip(Message message)
        {
            int length = MessageCodec.Encode(message, s_first, Offset);
            Assert.IsTrue(length > 0, "type " + (int)message.Type);

            Message copy = SampleMessages.Empty((int)message.Type);
            Assert.AreEqual(0, (int)MessageCodec.Decode(s_first, Offset, length, copy));
            Assert.AreEqual(length, MessageCodec.Encode(copy, s_second, Offset));
            Assert.AreEqual(BytesText.Hex(s_first, Offset, length), BytesText.Hex(s_second, Offset, length));
        }

        private static void RefuseUnchanged(int type, string hex, RefusalReason expected)
        {
            byte[] bytes = BytesText.FromHex(hex);
            RefuseUnchanged(type, bytes, bytes.Length, expected);
        }

        private static void RefuseUnchanged(int type, byte[] bytes, int length, RefusalReason expected)
        {
            Message message = SampleMessages.Highest(type);
            int before = MessageCodec.Encode(message, s_second, 0);
            string image = BytesText.Hex(s_second, 0, before);

            Assert.AreEqual((int)expected, (int)MessageCodec.Decode(bytes, 0, length, message));

            int after = MessageCodec.Encode(message, s_second, 0);
            Assert.AreEqual(image, BytesText.Hex(s_second, 0, after));
        }
    }
}
