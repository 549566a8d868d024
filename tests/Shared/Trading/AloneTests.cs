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
    [TestClass]
    public class AloneTests
    {
        private const int First = MeterScript.FirstSlot;

        private static readonly long s_start = MeterScript.StartOf(First);

        [TestMethod]
        [TestCategory("P-32")]
        public void WithoutAPriceForHalfAnHourTheMeterIsAlone()
        {
            MeterScript script = Heard();
            script.Controller.Tick(s_start + 1799);
            Assert.IsFalse(script.Controller.IsAlone);

            script.Controller.Tick(s_start + 1800);
            Assert.IsTrue(script.Controller.IsAlone);
            Assert.IsFalse(script.Controller.DecideBid(First + 3, script.Bid));
            Assert.AreEqual((int)DecisionReason.Alone, (int)script.Controller.Decision.Reason);
        }

        [TestMethod]
        [TestCategory("P-32")]
        public void TimeIsTheOwnersToSet()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.AloneAfterSeconds = 7200;
            MeterScript script = new MeterScript(settings);
            script.Price(First, s_start);
            script.Controller.Tick(s_start + 7199);
            Assert.IsFalse(script.Controller.IsAlone);
            script.Controller.Tick(s_start + 7200);
            Assert.IsTrue(script.Controller.IsAlone);
        }

        [TestMethod]
        [TestCategory("P-27")]
        [TestCategory("P-32")]
        public void PriceEndsIt()
        {
            MeterScript script = Heard();
            script.Controller.Tick(s_start + 5000);
            Assert.IsTrue(script.Controller.IsAlone);

            Assert.AreEqual(0, script.Price(First + 6, s_start + 5001));
            Assert.IsFalse(script.Controller.IsAlone);
        }

        [TestMethod]
        public void WithoutAnyPriceTheTimeCountsFromTheFirstTick()
        {
            MeterScript script = new MeterScript(MeterScript.Settings());
            Assert.IsFalse(script.Controller.IsAlone);
            script.Controller.Tick(s_start);
            script.Controller.Tick(s_start + 1799);
            Assert.IsFalse(script.Controller.IsAlone);
            script.Controller.Tick(s_start + 1800);
            Assert.IsTrue(script.Controller.IsAlone);
        }

        [TestMethod]
        public void ClockSetBackCountsAnew()
        {
            MeterScript script = Heard();
            script.Controller.Tick(s_start - 100_000);
            script.Controller.Tick(s_start - 100_000 + 1799);
            Assert.IsFalse(script.Controller.IsAlone);
            script.Controller.Tick(s_start - 100_000 + 1800);
            Assert.IsTrue(script.Controller.IsAlone);
        }

        [TestMethod]
        [TestCategory("P-27")]
        public void PriceOfAPastSlotProvesNothing()
        {
            MeterScript script = Heard();
            script.Controller.Tick(s_start + 1800);

            Assert.AreEqual((int)RefusalReason.FromPast, script.Price(First + 1, s_start + 1801));
            Assert.IsTrue(script.Controller.IsAlone);
            Assert.AreEqual((int)RefusalReason.FromFuture, script.Price(First + 2 + TradingController.SlotsAhead + 1, s_start + 1801));
            Assert.IsTrue(script.Controller.IsAlone);
        }

        [TestMethod]
        [TestCategory("P-32")]
        public void AwardIsNotObeyedWhenAlone()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.AloneAfterSeconds = 1000;
            MeterScript script = new MeterScript(settings);
            script.Price(First, s_start);
            script.Sample(0, 0, 0, 900);
            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
            Assert.AreEqual(0, script.Award(First + 1, TradeSide.Sell, 1_000_000, true));
            script.Controller.StartSlot(First + 1);
            script.Controller.Tick(s_start + 999);
            Assert.AreEqual((int)StorageMode.Discharge, (int)script.Controller.StorageSetPoint);
            Assert.IsTrue(script.Controller.CutsInterruptibleLoad);

            script.Controller.Tick(s_start + 1000);
            Assert.AreEqual((int)StorageMode.SelfConsumption, (int)script.Controller.StorageSetPoint);
            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
        }

        [TestMethod]
        public void PriceOfTheLatestSlotIsUsed()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 100);
            PriceMessage later = new PriceMessage { Slot = First + 1, RetailMicrosPerKilowattHour = 300_000 };
            PriceMessage earlier = new PriceMessage { Slot = First, RetailMicrosPerKilowattHour = 100_000 };
            Assert.AreEqual(0, (int)script.Controller.OnPrice(later, s_start));
            Assert.AreEqual(0, (int)script.Controller.OnPrice(earlier, s_start));

            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
            Assert.AreEqual(300_000, script.Bid.PriceMicrosPerKilowattHour);
        }

        [TestMethod]
        public void PriceHeardUnderAWrongClockGivesWay()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 100);
            PriceMessage wrong = new PriceMessage { Slot = First + 1000, RetailMicrosPerKilowattHour = 300_000 };
            Assert.AreEqual(0, (int)script.Controller.OnPrice(wrong, MeterScript.StartOf(First + 1000)));
            Assert.AreEqual(0, script.Price(First, s_start));

            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
            Assert.AreEqual(MeterScript.Retail, script.Bid.PriceMicrosPerKilowattHour);
        }

        private static MeterScript Heard()
        {
            MeterScript script = new MeterScript(MeterScript.Settings());
            Assert.AreEqual(0, script.Price(First, s_start));
            return script;
        }
    }
}
