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
    /// <summary>The examples that NIST publishes for FIPS 180-4, and the lengths around the end of a block.</summary>
    [TestClass]
    public class Sha256Tests
    {
        [TestMethod]
        public void OneBlock()
        {
            Assert.AreEqual("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", Of("abc"));
        }

        [TestMethod]
        public void TwoBlocks()
        {
            Assert.AreEqual(
                "248D6A61D20638B8E5C026930C3E6039A33CE45964FF2167F6ECEDD419DB06C1",
                Of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
        }

        [TestMethod]
        public void Nothing()
        {
            Assert.AreEqual("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", Of(""));
        }

        [TestMethod]
        public void PaddingAtTheEndOfABlock()
        {
            Assert.AreEqual("9F4390F8D30C2DD92EC9F095B65E2B9AE9B0A925A5258E241C9F1E910F734318", Of(Letters(55)));
            Assert.AreEqual("B35439A4AC6F0948B6D6F9E3C6AF0F5F590CE20F1BDE7090EF7970686EC6738A", Of(Letters(56)));
            Assert.AreEqual("FFE054FE7AE0CB6DC65C3AF9B61D5209F439851DB43D0BA5997337DF154668EB", Of(Letters(64)));
            Assert.AreEqual("41EDECE42D63E8D9BF515A9BA6932E1C20CBC9F5A5D134645ADB5DB1B9737EA3", Of(Letters(1000)));
        }

        [TestMethod]
        public void TheDigestMayGoOverTheMessage()
        {
            byte[] message = BytesText.FromAscii("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
            Sha256.Of(message, 3, message);
            Assert.AreEqual("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", BytesText.Hex(message, 0, Sha256.Length));
        }

        private static string Of(string text)
        {
            byte[] digest = new byte[Sha256.Length];
            Sha256.Of(BytesText.FromAscii(text), text.Length, digest);
            return BytesText.Hex(digest, 0, Sha256.Length);
        }

        private static string Letters(int count)
        {
            return new string('a', count);
        }
    }
}
