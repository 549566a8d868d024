// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Trading
{
    [TestClass]
    public class MarketSlotTests
    {
        [TestMethod]
        [TestCategory("P-21")]
        public void SlotsDivideAnHour()
        {
            Assert.IsTrue(MarketSlot.IsLength(60));
            Assert.IsTrue(MarketSlot.IsLength(300));
            Assert.IsTrue(MarketSlot.IsLength(900));
            Assert.IsTrue(MarketSlot.IsLength(3600));
            Assert.IsFalse(MarketSlot.IsLength(59));
            Assert.IsFalse(MarketSlot.IsLength(30));
            Assert.IsFalse(MarketSlot.IsLength(420));
            Assert.IsFalse(MarketSlot.IsLength(7200));
            Assert.IsFalse(MarketSlot.IsLength(0));
            Assert.IsFalse(MarketSlot.IsLength(-900));
        }

        [TestMethod]
        [TestCategory("P-21")]
        public void SlotLastsUpToItsEnd()
        {
            Assert.AreEqual(2_000_000, MarketSlot.Of(1_800_000_000, 900));
            Assert.AreEqual(2_000_000, MarketSlot.Of(1_800_000_899, 900));
            Assert.AreEqual(2_000_001, MarketSlot.Of(1_800_000_900, 900));
            Assert.AreEqual(1_800_000_900L, MarketSlot.StartSeconds(2_000_001, 900));
        }

        [TestMethod]
        public void WhatIsNoTimeIsSlotZero()
        {
            Assert.AreEqual(0, MarketSlot.Of(-1, 900));
            Assert.AreEqual(0, MarketSlot.Of(1_800_000_000, 0));
            Assert.AreEqual(0, MarketSlot.Of(1_800_000_000, 901));
            Assert.AreEqual(0, MarketSlot.Of(long.MaxValue, 900));
            Assert.AreEqual(0, MarketSlot.Of(long.MinValue, 900));
            Assert.AreEqual(int.MaxValue, MarketSlot.Of(60L * int.MaxValue, 60));
            Assert.AreEqual(60L * int.MaxValue, MarketSlot.StartSeconds(int.MaxValue, 60));
        }

        [TestMethod]
        public void QuarterHourOfTheDay()
        {
            Assert.AreEqual(0, MarketSlot.SlotOfDay96(0));
            Assert.AreEqual(0, MarketSlot.SlotOfDay96(899));
            Assert.AreEqual(1, MarketSlot.SlotOfDay96(900));
            Assert.AreEqual(95, MarketSlot.SlotOfDay96(86_399));
            Assert.AreEqual(0, MarketSlot.SlotOfDay96(86_400));
            Assert.AreEqual(32, MarketSlot.SlotOfDay96(1_800_000_000));
            Assert.AreEqual(95, MarketSlot.SlotOfDay96(-1));
            Assert.AreEqual(0, MarketSlot.SlotOfDay96(-86_400));
        }

        [TestMethod]
        public void MessagesAreJudgedByTheirSlot()
        {
            Assert.AreEqual((int)RefusalReason.FromPast, (int)MarketSlot.Judge(9, 10, 12));
            Assert.AreEqual((int)RefusalReason.Taken, (int)MarketSlot.Judge(10, 10, 12));
            Assert.AreEqual((int)RefusalReason.Taken, (int)MarketSlot.Judge(12, 10, 12));
            Assert.AreEqual((int)RefusalReason.FromFuture, (int)MarketSlot.Judge(13, 10, 12));
        }
    }
}
