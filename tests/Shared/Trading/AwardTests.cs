// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Policy;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Trading
{
    [TestClass]
    public class AwardTests
    {
        private const int First = MeterScript.FirstSlot;
        private const int Kilowatt = MeterScript.Kilowatt;
        private const int Taken = (int)RefusalReason.Taken;

        [TestMethod]
        public void SaleDischargesUntilItIsExported()
        {
            MeterScript script = Selling();
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 100_000, false));
            SetPoint(script, StorageMode.SelfConsumption);

            script.Controller.StartSlot(First);
            SetPoint(script, StorageMode.Discharge);
            script.Sample(-3 * Kilowatt, 0, -3 * Kilowatt, 895);
            SetPoint(script, StorageMode.Discharge);
            script.Sample(-3 * Kilowatt, 0, -3 * Kilowatt, 890);
            SetPoint(script, StorageMode.SelfConsumption);
            script.Sample(Kilowatt, 0, 0, 890);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void SaleNeverDischargesBelowLower()
        {
            MeterScript script = Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, false);
            script.Controller.StartSlot(First);
            script.Sample(-Kilowatt, 0, -Kilowatt, 301);
            SetPoint(script, StorageMode.Discharge);

            script.Sample(-Kilowatt, 0, -Kilowatt, 300);
            SetPoint(script, StorageMode.SelfConsumption);
            script.Sample(-Kilowatt, 0, -Kilowatt, 320);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void SaleStopsWhenTheStateOfChargeIsLost()
        {
            MeterScript script = Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, false);
            script.Controller.StartSlot(First);

            script.Sample(-Kilowatt, 0, -Kilowatt, -1);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void PurchaseChargesUntilItIsImported()
        {
            MeterScript script = Buying();
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Buy, 100_000, false));
            script.Controller.StartSlot(First);
            SetPoint(script, StorageMode.Charge);
            script.Sample(3 * Kilowatt, 0, 3 * Kilowatt, 105);
            SetPoint(script, StorageMode.Charge);
            script.Sample(3 * Kilowatt, 0, 3 * Kilowatt, 110);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void PurchaseStopsWhenTheStorageIsFull()
        {
            MeterScript script = Buying();
            script.Award(First, TradeSide.Buy, 100_000, false);
            script.Controller.StartSlot(First);
            script.Sample(Kilowatt, 0, Kilowatt, 1000);

            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void PurchaseStopsWhenTheStateOfChargeIsLost()
        {
            MeterScript script = Buying();
            script.Award(First, TradeSide.Buy, 100_000, false);
            script.Controller.StartSlot(First);
            script.Sample(Kilowatt, 0, Kilowatt, -1);

            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void AwardEndsWithItsSlot()
        {
            MeterScript script = Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, true);
            script.Controller.StartSlot(First);
            SetPoint(script, StorageMode.Discharge);
            Assert.IsTrue(script.Controller.CutsInterruptibleLoad);

            script.Controller.EndSlot(First, script.Report);
            SetPoint(script, StorageMode.SelfConsumption);
            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
            script.Controller.StartSlot(First + 1);
            SetPoint(script, StorageMode.SelfConsumption);
            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
        }

        [TestMethod]
        public void ClockEndsASlotThatNobodyEnded()
        {
            MeterScript script = Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, true);
            script.Controller.StartSlot(First);
            script.Controller.Tick(MeterScript.StartOf(First + 1) - 1);
            SetPoint(script, StorageMode.Discharge);

            script.Controller.Tick(MeterScript.StartOf(First + 1));
            SetPoint(script, StorageMode.SelfConsumption);
            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
        }

        [TestMethod]
        public void ClockSetBackBeforeTheSlotEndsItToo()
        {
            MeterScript script = Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, true);
            script.Controller.StartSlot(First);
            script.Controller.Tick(MeterScript.StartOf(First));
            SetPoint(script, StorageMode.Discharge);

            script.Controller.Tick(MeterScript.StartOf(First) - 1);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void AwardsOfOtherSlotsAreRefused()
        {
            MeterScript script = Selling();
            script.Controller.StartSlot(First + 5);

            Assert.AreEqual((int)RefusalReason.FromPast, script.Award(First + 4, TradeSide.Sell, 1, false));
            Assert.AreEqual((int)RefusalReason.FromFuture, script.Award(First + 5 + TradingController.SlotsAhead + 1, TradeSide.Sell, 1, false));
            Assert.AreEqual((int)RefusalReason.FromPast, script.Award(-1, TradeSide.Sell, 1, false));
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void RepeatedAwardIsRefused()
        {
            MeterScript script = Selling();
            Award award = new Award { Slot = First, Sequence = 9, Side = TradeSide.Sell, EnergyMilliwattHours = 5 };

            Assert.AreEqual(Taken, (int)script.Controller.OnAward(award));
            Assert.AreEqual((int)RefusalReason.Repeated, (int)script.Controller.OnAward(award));
            award.Sequence = 8;
            Assert.AreEqual((int)RefusalReason.Repeated, (int)script.Controller.OnAward(award));
        }

        [TestMethod]
        public void NewerAwardReplacesTheOlderWithinTheSlot()
        {
            MeterScript script = Selling();
            script.Award(First, TradeSide.Sell, 500_000, false);
            script.Controller.StartSlot(First);
            script.Sample(-3 * Kilowatt, 0, -3 * Kilowatt, 890);
            SetPoint(script, StorageMode.Discharge);

            // 50 Wh were exported since the slot began: they count.
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 50_000, true));
            SetPoint(script, StorageMode.SelfConsumption);
            Assert.IsTrue(script.Controller.CutsInterruptibleLoad);
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 60_000, false));
            SetPoint(script, StorageMode.Discharge);
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 0, false));
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void EnergyThatWasNotBidIsNotObeyed()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);

            Assert.AreEqual((int)RefusalReason.NoBid, script.Award(First, TradeSide.Sell, 1_000, true));
            script.Controller.StartSlot(First);
            SetPoint(script, StorageMode.SelfConsumption);
            Assert.IsTrue(script.Controller.CutsInterruptibleLoad);
        }

        [TestMethod]
        public void EnergyOfTheOtherSideIsNotObeyed()
        {
            MeterScript script = Selling();

            Assert.AreEqual((int)RefusalReason.NoBid, script.Award(First, TradeSide.Buy, 1_000, false));
            script.Controller.StartSlot(First);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void MoreThanWasBidIsObeyedAsFarAsItWasBid()
        {
            MeterScript script = Selling();
            Assert.AreEqual(1_000_000, script.Bid.EnergyMilliwattHours);
            script.Award(First, TradeSide.Sell, int.MaxValue, false);
            script.Controller.StartSlot(First);
            for (int i = 0; i < 10; i++)
            {
                SetPoint(script, StorageMode.Discharge);
                script.Sample(-6 * Kilowatt, 0, -6 * Kilowatt, 800);
            }

            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void RememberedBidIsAsGoodAsADecidedOne()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
            script.Controller.Remember(new Bid { Slot = First, Side = TradeSide.Sell, EnergyMilliwattHours = 1_000 });

            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 1_000, false));
            script.Controller.StartSlot(First);
            SetPoint(script, StorageMode.Discharge);
        }

        [TestMethod]
        public void HomeWithoutStorageHasNothingToSwitch()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.StorageCapacityMilliwattHours = 0;
            MeterScript script = MeterScript.Started(settings, -1);
            script.Slot(First, Kilowatt, 0, 0, -1);
            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
            script.Award(First + 1, TradeSide.Buy, 100_000, false);

            script.Controller.StartSlot(First + 1);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void SyncSlotStoresGenerationAndHalfTheDemand()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.AllowsSync = true;
            MeterScript script = MeterScript.Started(settings, 500);
            script.Slot(First, Kilowatt, Kilowatt, 0, 500);
            script.Table.Update(MarketSlot.SlotOfDay96(MeterScript.StartOf(First + 1)), PolicyAction.Sync, 1, QTable.One, 0);
            Assert.IsFalse(script.Controller.DecideBid(First + 1, script.Bid));

            // Generation 0.25 kWh and half of 0.5 kWh demand: 0.5 kWh at 6 kW is 5 samples.
            script.Controller.StartSlot(First + 1);
            for (int i = 0; i < 5; i++)
            {
                SetPoint(script, StorageMode.Charge);
                script.Sample(7 * Kilowatt, Kilowatt, 6 * Kilowatt, 500);
            }

            SetPoint(script, StorageMode.Idle);
            script.Controller.EndSlot(First + 1, script.Report);
            SetPoint(script, StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void PlanOfALaterSlotDoesNotTouchTheRunningOne()
        {
            MeterScript script = Selling();
            script.Award(First, TradeSide.Sell, 500_000, true);
            script.Controller.StartSlot(First);
            script.Controller.Remember(new Bid { Slot = First + 8, Side = TradeSide.Buy, EnergyMilliwattHours = 5 });

            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
            SetPoint(script, StorageMode.Discharge);
        }

        private static MeterScript Selling()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
            Assert.IsTrue(script.Controller.DecideBid(First, script.Bid));
            return script;
        }

        private static MeterScript Buying()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 100);
            Assert.IsTrue(script.Controller.DecideBid(First, script.Bid));
            return script;
        }

        private static void SetPoint(MeterScript script, StorageMode expected)
        {
            Assert.AreEqual((int)expected, (int)script.Controller.StorageSetPoint);
        }
    }
}
