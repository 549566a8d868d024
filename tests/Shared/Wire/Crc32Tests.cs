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
    [TestClass]
    public class Crc32Tests
    {
        [TestMethod]
        public void CheckValueOfTheStandard()
        {
            Assert.AreEqual(0xCBF43926u, Crc32.Of(BytesText.FromAscii("123456789"), 0, 9));
        }

        [TestMethod]
        public void NothingHasChecksumZero()
        {
            Assert.AreEqual(0u, Crc32.Of(new byte[0], 0, 0));
        }

        [TestMethod]
        public void PartsContinueEachOther()
        {
            byte[] bytes = BytesText.FromAscii("..123456789..");
            uint crc = Crc32.Of(bytes, 2, 4);

            Assert.AreEqual(0xCBF43926u, Crc32.Continue(crc, bytes, 6, 5));
        }

        [TestMethod]
        public void BytesOutsideTheBufferAreNone()
        {
            Assert.AreEqual(0u, Crc32.Of(new byte[4], 1, 4));
            Assert.AreEqual(0u, Crc32.Of(new byte[4], -1, 2));
            Assert.AreEqual(0u, Crc32.Of(new byte[4], 2, int.MaxValue));
        }
    }
}
