// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Trading
{
    /// <summary>Which awards are obeyed: those of slots at hand, and as far as they were bid for.</summary>
    [TestClass]
    public class AwardRefusalTests
    {
        private const int First = MeterScript.FirstSlot;
        private const int Kilowatt = MeterScript.Kilowatt;
        private const int Taken = (int)RefusalReason.Taken;

        [TestMethod]
        [TestCategory("P-30")]
        public void AwardsOfOtherSlotsAreRefused()
        {
            MeterScript script = MeterScript.Selling();
            script.Controller.StartSlot(First + 5);

            Assert.AreEqual((int)RefusalReason.FromPast, script.Award(First + 4, TradeSide.Sell, 1, false));
            Assert.AreEqual((int)RefusalReason.FromFuture, script.Award(First + 5 + TradingController.SlotsAhead + 1, TradeSide.Sell, 1, false));
            Assert.AreEqual((int)RefusalReason.FromPast, script.Award(-1, TradeSide.Sell, 1, false));
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        [TestCategory("P-23")]
        [TestCategory("P-30")]
        public void RepeatedAwardIsRefused()
        {
            MeterScript script = MeterScript.Selling();
            Award award = new Award { Slot = First, Sequence = 9, Side = TradeSide.Sell, EnergyMilliwattHours = 5 };

            Assert.AreEqual(Taken, (int)script.Controller.OnAward(award));
            Assert.AreEqual((int)RefusalReason.Repeated, (int)script.Controller.OnAward(award));
            award.Sequence = 8;
            Assert.AreEqual((int)RefusalReason.Repeated, (int)script.Controller.OnAward(award));
        }

        [TestMethod]
        [TestCategory("P-20")]
        [TestCategory("P-30")]
        public void EnergyThatWasNotBidIsNotObeyed()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);

            Assert.AreEqual((int)RefusalReason.NoBid, script.Award(First, TradeSide.Sell, 1_000, true));
            script.Controller.StartSlot(First);
            script.AssertSetPoint(StorageMode.SelfConsumption);
            Assert.IsTrue(script.Controller.CutsInterruptibleLoad);
        }

        [TestMethod]
        [TestCategory("P-30")]
        public void EnergyOfTheOtherSideIsNotObeyed()
        {
            MeterScript script = MeterScript.Selling();

            Assert.AreEqual((int)RefusalReason.NoBid, script.Award(First, TradeSide.Buy, 1_000, false));
            script.Controller.StartSlot(First);
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        [TestCategory("P-30")]
        public void MoreThanWasBidIsObeyedAsFarAsItWasBid()
        {
            MeterScript script = MeterScript.Selling();
            Assert.AreEqual(1_000_000, script.Bid.EnergyMilliwattHours);
            script.Award(First, TradeSide.Sell, int.MaxValue, false);
            script.Controller.StartSlot(First);
            for (int i = 0; i < 10; i++)
            {
                script.AssertSetPoint(StorageMode.Discharge);
                script.Sample(-6 * Kilowatt, 0, -6 * Kilowatt, 800);
            }

            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void RememberedBidIsAsGoodAsADecidedOne()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
            script.Controller.Remember(new Bid { Slot = First, Side = TradeSide.Sell, EnergyMilliwattHours = 1_000 });

            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 1_000, false));
            script.Controller.StartSlot(First);
            script.AssertSetPoint(StorageMode.Discharge);
        }
    }
}
