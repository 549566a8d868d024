// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Wire
{
    /// <summary>The integers are those of RFC 8949 appendix A that 64 signed bits hold.</summary>
    [TestClass]
    public class CborTests
    {
        private static readonly byte[] s_buffer = new byte[16];

        [TestMethod]
        public void IntegersAreThoseOfTheStandard()
        {
            Integer(0, "00");
            Integer(1, "01");
            Integer(10, "0A");
            Integer(23, "17");
            Integer(24, "1818");
            Integer(25, "1819");
            Integer(100, "1864");
            Integer(1000, "1903E8");
            Integer(1000000, "1A000F4240");
            Integer(1000000000000, "1B000000E8D4A51000");
            Integer(-1, "20");
            Integer(-10, "29");
            Integer(-100, "3863");
            Integer(-1000, "3903E7");
        }

        [TestMethod]
        [TestCategory("P-10")]
        public void IntegersAtTheBoundsOfEachSize()
        {
            Integer(255, "18FF");
            Integer(256, "190100");
            Integer(65535, "19FFFF");
            Integer(65536, "1A00010000");
            Integer(4294967295, "1AFFFFFFFF");
            Integer(4294967296, "1B0000000100000000");
            Integer(long.MaxValue, "1B7FFFFFFFFFFFFFFF");
            Integer(-24, "37");
            Integer(-25, "3818");
            Integer(-256, "38FF");
            Integer(-257, "390100");
            Integer(-4294967296, "3AFFFFFFFF");
            Integer(long.MinValue, "3B7FFFFFFFFFFFFFFF");
        }

        [TestMethod]
        public void IntegersBeyondSixtyFourSignedBitsAreOutOfRange()
        {
            Assert.AreEqual((int)RefusalReason.OutOfRange, (int)ReasonOfInteger("1B8000000000000000"));
            Assert.AreEqual((int)RefusalReason.OutOfRange, (int)ReasonOfInteger("3BFFFFFFFFFFFFFFFF"));
        }

        [TestMethod]
        [TestCategory("P-11")]
        public void TruthValuesAndTexts()
        {
            CborWriter writer = new CborWriter(s_buffer, 0);
            writer.WriteArray(3);
            writer.WriteBoolean(true);
            writer.WriteBoolean(false);
            writer.WriteText("IETF");

            Assert.AreEqual("83F5F46449455446", BytesText.Hex(s_buffer, 0, writer.Position));
            CborReader reader = new CborReader(s_buffer, 0, writer.Position);
            Assert.AreEqual(3, reader.ReadArray());
            Assert.IsTrue(reader.ReadBoolean());
            Assert.IsFalse(reader.ReadBoolean());
            Assert.AreEqual("IETF", new string(reader.ReadText(4)));
            Assert.IsTrue(reader.IsAtEnd);
            Assert.AreEqual(0, (int)reader.Reason);
        }

        [TestMethod]
        public void FirstFaultStays()
        {
            CborReader reader = new CborReader(BytesText.FromHex("F601"), 0, 2);

            Assert.AreEqual(0L, reader.ReadInteger());
            Assert.AreEqual(0L, reader.ReadInteger());
            Assert.AreEqual((int)RefusalReason.Malformed, (int)reader.Reason);
        }

        [TestMethod]
        public void TextLongerThanAskedOrThanTheBytesIsRefused()
        {
            CborReader tooLong = new CborReader(BytesText.FromHex("6161"), 0, 2);
            Assert.IsNull(tooLong.ReadText(0));
            Assert.AreEqual((int)RefusalReason.TooLong, (int)tooLong.Reason);

            CborReader truncated = new CborReader(BytesText.FromHex("6261"), 0, 2);
            Assert.IsNull(truncated.ReadText(9));
            Assert.AreEqual((int)RefusalReason.Truncated, (int)truncated.Reason);
        }

        [TestMethod]
        public void WriterThatIsFullWritesNothingMore()
        {
            byte[] two = new byte[2];
            CborWriter writer = new CborWriter(two, 0);
            writer.WriteInteger(1000);
            writer.WriteInteger(1);

            Assert.IsTrue(writer.IsFull);
            Assert.AreEqual(2, writer.Position);
            Assert.IsTrue(new CborWriter(two, 3).IsFull);
            Assert.IsTrue(new CborWriter(two, -1).IsFull);
        }

        private static void Integer(long value, string hex)
        {
            CborWriter writer = new CborWriter(s_buffer, 1);
            writer.WriteInteger(value);
            Assert.AreEqual(hex, BytesText.Hex(s_buffer, 1, writer.Position - 1));

            CborReader reader = new CborReader(s_buffer, 1, writer.Position - 1);
            Assert.AreEqual(value, reader.ReadInteger());
            Assert.AreEqual(0, (int)reader.Reason);
        }

        private static RefusalReason ReasonOfInteger(string hex)
        {
            byte[] bytes = BytesText.FromHex(hex);
            CborReader reader = new CborReader(bytes, 0, bytes.Length);
            reader.ReadInteger();
            return reader.Reason;
        }
    }
}
