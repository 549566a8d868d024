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
        [TestCategory("P-31")]
        public void SaleDischargesUntilItIsExported()
        {
            MeterScript script = MeterScript.Selling();
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 100_000, false));
            script.AssertSetPoint(StorageMode.SelfConsumption);

            script.Controller.StartSlot(First);
            script.AssertSetPoint(StorageMode.Discharge);
            script.Sample(-3 * Kilowatt, 0, -3 * Kilowatt, 895);
            script.AssertSetPoint(StorageMode.Discharge);
            script.Sample(-3 * Kilowatt, 0, -3 * Kilowatt, 890);
            script.AssertSetPoint(StorageMode.SelfConsumption);
            script.Sample(Kilowatt, 0, 0, 890);
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        [TestCategory("P-31")]
        public void SaleNeverDischargesBelowLower()
        {
            MeterScript script = MeterScript.Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, false);
            script.Controller.StartSlot(First);
            script.Sample(-Kilowatt, 0, -Kilowatt, 301);
            script.AssertSetPoint(StorageMode.Discharge);

            script.Sample(-Kilowatt, 0, -Kilowatt, 300);
            script.AssertSetPoint(StorageMode.SelfConsumption);
            script.Sample(-Kilowatt, 0, -Kilowatt, 320);
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void SaleStopsWhenTheStateOfChargeIsLost()
        {
            MeterScript script = MeterScript.Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, false);
            script.Controller.StartSlot(First);

            script.Sample(-Kilowatt, 0, -Kilowatt, -1);
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        [TestCategory("P-31")]
        public void PurchaseChargesUntilItIsImported()
        {
            MeterScript script = MeterScript.Buying();
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Buy, 100_000, false));
            script.Controller.StartSlot(First);
            script.AssertSetPoint(StorageMode.Charge);
            script.Sample(3 * Kilowatt, 0, 3 * Kilowatt, 105);
            script.AssertSetPoint(StorageMode.Charge);
            script.Sample(3 * Kilowatt, 0, 3 * Kilowatt, 110);
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        [TestCategory("P-31")]
        public void PurchaseStopsWhenTheStorageIsFull()
        {
            MeterScript script = MeterScript.Buying();
            script.Award(First, TradeSide.Buy, 100_000, false);
            script.Controller.StartSlot(First);
            script.Sample(Kilowatt, 0, Kilowatt, 1000);

            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void PurchaseStopsWhenTheStateOfChargeIsLost()
        {
            MeterScript script = MeterScript.Buying();
            script.Award(First, TradeSide.Buy, 100_000, false);
            script.Controller.StartSlot(First);
            script.Sample(Kilowatt, 0, Kilowatt, -1);

            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        [TestCategory("P-31")]
        public void AwardEndsWithItsSlot()
        {
            MeterScript script = MeterScript.Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, true);
            script.Controller.StartSlot(First);
            script.AssertSetPoint(StorageMode.Discharge);
            Assert.IsTrue(script.Controller.CutsInterruptibleLoad);

            script.Controller.EndSlot(First, script.Report);
            script.AssertSetPoint(StorageMode.SelfConsumption);
            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
            script.Controller.StartSlot(First + 1);
            script.AssertSetPoint(StorageMode.SelfConsumption);
            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
        }

        [TestMethod]
        [TestCategory("P-31")]
        public void ClockEndsASlotThatNobodyEnded()
        {
            MeterScript script = MeterScript.Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, true);
            script.Controller.StartSlot(First);
            script.Controller.Tick(MeterScript.StartOf(First + 1) - 1);
            script.AssertSetPoint(StorageMode.Discharge);

            script.Controller.Tick(MeterScript.StartOf(First + 1));
            script.AssertSetPoint(StorageMode.SelfConsumption);
            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
        }

        [TestMethod]
        public void ClockSetBackBeforeTheSlotEndsItToo()
        {
            MeterScript script = MeterScript.Selling();
            script.Award(First, TradeSide.Sell, 1_000_000, true);
            script.Controller.StartSlot(First);
            script.Controller.Tick(MeterScript.StartOf(First));
            script.AssertSetPoint(StorageMode.Discharge);

            script.Controller.Tick(MeterScript.StartOf(First) - 1);
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        [TestCategory("P-30")]
        public void NewerAwardReplacesTheOlderWithinTheSlot()
        {
            MeterScript script = MeterScript.Selling();
            script.Award(First, TradeSide.Sell, 500_000, false);
            script.Controller.StartSlot(First);
            script.Sample(-3 * Kilowatt, 0, -3 * Kilowatt, 890);
            script.AssertSetPoint(StorageMode.Discharge);

            // 50 Wh were exported since the slot began: they count.
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 50_000, true));
            script.AssertSetPoint(StorageMode.SelfConsumption);
            Assert.IsTrue(script.Controller.CutsInterruptibleLoad);
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 60_000, false));
            script.AssertSetPoint(StorageMode.Discharge);
            Assert.AreEqual(Taken, script.Award(First, TradeSide.Sell, 0, false));
            script.AssertSetPoint(StorageMode.SelfConsumption);
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
            script.AssertSetPoint(StorageMode.SelfConsumption);
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
                script.AssertSetPoint(StorageMode.Charge);
                script.Sample(7 * Kilowatt, Kilowatt, 6 * Kilowatt, 500);
            }

            script.AssertSetPoint(StorageMode.Idle);
            script.Controller.EndSlot(First + 1, script.Report);
            script.AssertSetPoint(StorageMode.SelfConsumption);
        }

        [TestMethod]
        public void PlanOfALaterSlotDoesNotTouchTheRunningOne()
        {
            MeterScript script = MeterScript.Selling();
            script.Award(First, TradeSide.Sell, 500_000, true);
            script.Controller.StartSlot(First);
            script.Controller.Remember(new Bid { Slot = First + 8, Side = TradeSide.Buy, EnergyMilliwattHours = 5 });

            Assert.IsFalse(script.Controller.CutsInterruptibleLoad);
            script.AssertSetPoint(StorageMode.Discharge);
        }
    }
}
