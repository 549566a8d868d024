// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Policy;
using Prosumeter.Pricing;
using Prosumeter.Storage;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Shared.Trading
{
    [TestClass]
    public class BidDecisionTests
    {
        private const int First = MeterScript.FirstSlot;
        private const int Kilowatt = MeterScript.Kilowatt;

        [TestMethod]
        public void FullStorageAsksForWhatIsAboveUpper()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);

            Assert.IsTrue(script.Controller.DecideBid(First, script.Bid));
            IsBid(script, First, TradeSide.Sell, 1_000_000, 175_000);
            Decided(script, StorageState.Sell, DecisionReason.Sells);
            Assert.AreEqual(1_000_000L, script.Controller.Decision.TradableMilliwattHours);
            Assert.AreEqual(175_000, script.Controller.Decision.PriceMicros);
        }

        [TestMethod]
        public void EmptyStorageBidsRetailForDeficitAndRecharge()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 100);
            script.Slot(First, 2 * Kilowatt, 0, 0, 100);

            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
            IsBid(script, First + 1, TradeSide.Buy, 500_000 + 2_000_000, MeterScript.Retail);
            Decided(script, StorageState.Buy, DecisionReason.Buys);
        }

        [TestMethod]
        public void OwnerMayPayLess()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.BuyPriceMicrosPerKilowattHour = 120_000;
            MeterScript script = MeterScript.Started(settings, 100);

            Assert.IsTrue(script.Controller.DecideBid(First, script.Bid));
            IsBid(script, First, TradeSide.Buy, 2_000_000, 120_000);
        }

        [TestMethod]
        public void FallingBalanceHolds()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 600);
            script.Slot(First, 0, 2 * Kilowatt, Kilowatt, 600);
            script.Slot(First + 1, Kilowatt, Kilowatt, 0, 600);

            // (0.25 - 0.5) - (0.5 - 0.25) kWh.
            Assert.AreEqual(-500_000L, script.Controller.NetChangeMilliwattHours);
            Assert.IsFalse(script.Controller.DecideBid(First + 2, script.Bid));
            Decided(script, StorageState.Hold, DecisionReason.Holds);
        }

        [TestMethod]
        public void RisingBalanceSellsHalfTheWayToUpper()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 600);
            script.Slot(First, Kilowatt, Kilowatt, 0, 600);
            script.Slot(First + 1, 0, 2 * Kilowatt, Kilowatt, 600);

            Assert.AreEqual(500_000L, script.Controller.NetChangeMilliwattHours);
            Assert.IsTrue(script.Controller.DecideBid(First + 2, script.Bid));
            IsBid(script, First + 2, TradeSide.Sell, 1_000_000, 175_000);
        }

        [TestMethod]
        public void BalanceNeedsTwoWholeNeighbouringSlots()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 600);
            script.Slot(First, 0, 2 * Kilowatt, 0, 600);
            Assert.AreEqual(0L, script.Controller.NetChangeMilliwattHours);
            script.Slot(First + 2, Kilowatt, 0, 0, 600);
            Assert.AreEqual(0L, script.Controller.NetChangeMilliwattHours);
            script.Slot(First + 3, 0, 0, Kilowatt, 600);
            Assert.AreEqual(500_000L, script.Controller.NetChangeMilliwattHours);

            script.Controller.StartSlot(First + 4);
            script.Sample(Kilowatt, 0, 0, 600);
            script.Controller.EndSlot(First + 4, script.Report);
            Assert.AreEqual(0L, script.Controller.NetChangeMilliwattHours);
            script.Slot(First + 5, Kilowatt, 0, 0, 600);
            Assert.AreEqual(0L, script.Controller.NetChangeMilliwattHours);
        }

        [TestMethod]
        public void OfferIsLimitedByWhatTheInverterMoves()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.StorageRatedMilliwatts = 3 * Kilowatt;
            MeterScript script = MeterScript.Started(settings, 1000);
            Assert.IsTrue(script.Controller.DecideBid(First, script.Bid));
            IsBid(script, First, TradeSide.Sell, 750_000, 175_000);
            Assert.AreEqual(2_000_000L, script.Controller.Decision.TradableMilliwattHours);

            script.Slot(First, Kilowatt, 0, 0, 0);
            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
            IsBid(script, First + 1, TradeSide.Buy, 250_000 + 750_000, MeterScript.Retail);
        }

        [TestMethod]
        public void WithoutStorageTheLastSlotIsTraded()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.StorageCapacityMilliwattHours = 0;
            MeterScript script = MeterScript.Started(settings, -1);
            script.Slot(First, Kilowatt, 0, 0, -1);
            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
            IsBid(script, First + 1, TradeSide.Buy, 250_000, MeterScript.Retail);

            script.Slot(First + 1, -2 * Kilowatt, 3 * Kilowatt, 0, -1);
            Assert.IsTrue(script.Controller.DecideBid(First + 2, script.Bid));
            IsBid(script, First + 2, TradeSide.Sell, 500_000, 175_000);
        }

        [TestMethod]
        public void NothingTradableIsNoBid()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 800);

            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Decided(script, StorageState.Sell, DecisionReason.NothingTradable);
        }

        [TestMethod]
        public void StrategyWithoutPriceIsNoBid()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.CostMicrosPerKilowattHour = MeterScript.Retail;
            MeterScript script = MeterScript.Started(settings, 900);

            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Decided(script, StorageState.Sell, DecisionReason.NoPossiblePrice);
            Assert.AreEqual(0, script.Controller.Decision.PriceMicros);
        }

        [TestMethod]
        public void NegativeRetailPriceIsNoBid()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 100);
            PriceMessage negative = new PriceMessage { Slot = First, RetailMicrosPerKilowattHour = -5 };
            script.Controller.OnPrice(negative, MeterScript.StartOf(First));

            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Decided(script, StorageState.Buy, DecisionReason.NoPossiblePrice);
        }

        [TestMethod]
        public void BidStaysAsItWasWhenThereIsNone()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 800);
            script.Bid.Slot = 77;
            script.Bid.EnergyMilliwattHours = 88;

            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Assert.AreEqual(77, script.Bid.Slot);
            Assert.AreEqual(88, script.Bid.EnergyMilliwattHours);
        }

        [TestMethod]
        public void NoPriceNoBid()
        {
            MeterScript script = new MeterScript(MeterScript.Settings());
            script.Sample(0, 0, 0, 900);

            Assert.AreEqual((int)DecisionReason.NotDecided, (int)script.Controller.Decision.Reason);
            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Decided(script, StorageState.Hold, DecisionReason.NoMarketPrice);
        }

        [TestMethod]
        public void UnknownStateOfChargeNoBid()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), -1);

            Assert.AreEqual(-1, script.Controller.StateOfChargePermille);
            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Decided(script, StorageState.Hold, DecisionReason.NoStateOfCharge);
        }

        [TestMethod]
        public void SlotThatHasStartedNoBid()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
            script.Controller.StartSlot(First);

            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Decided(script, StorageState.Hold, DecisionReason.SlotStarted);
            Assert.IsFalse(script.Controller.DecideBid(-1, script.Bid));
            Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
        }

        [TestMethod]
        public void InvalidSettingsMeterButDoNotTrade()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.SellAbovePermille = 200;
            MeterScript script = MeterScript.Started(settings, 900);
            script.Slot(First, Kilowatt, 0, 0, 900);

            Assert.IsFalse(script.Controller.DecideBid(First + 1, script.Bid));
            Decided(script, StorageState.Hold, DecisionReason.InvalidSettings);
            Assert.AreEqual(250_000L, script.Report.ImportMilliwattHours);
        }

        [TestMethod]
        [TestCategory("P-31")]
        public void SyncIsRefusedInTheField()
        {
            MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
            PreferSync(script.Table);

            Assert.IsTrue(script.Controller.DecideBid(First, script.Bid));
            Assert.IsTrue(script.Controller.Decision.IsSyncRefused);
            Assert.AreEqual((int)PolicyAction.Friendly, (int)script.Controller.Decision.Action);
            Decided(script, StorageState.Sell, DecisionReason.Sells);
        }

        [TestMethod]
        public void SyncThatIsAllowedOffersNothing()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.AllowsSync = true;
            MeterScript script = MeterScript.Started(settings, 900);
            PreferSync(script.Table);

            Assert.IsFalse(script.Controller.DecideBid(First, script.Bid));
            Assert.IsFalse(script.Controller.Decision.IsSyncRefused);
            Assert.AreEqual((int)PolicyAction.Sync, (int)script.Controller.Decision.Action);
            Decided(script, StorageState.Sell, DecisionReason.Syncs);
        }

        [TestMethod]
        public void SettingsSayWhetherTheyAreValid()
        {
            Assert.IsTrue(new TradingSettings().IsValid());
            Assert.IsTrue(MeterScript.Settings().IsValid());
            Assert.IsFalse(new TradingSettings { SlotSeconds = 700 }.IsValid());
            Assert.IsFalse(new TradingSettings { StorageCapacityMilliwattHours = -1 }.IsValid());
            Assert.IsFalse(new TradingSettings { StorageCapacityMilliwattHours = long.MaxValue }.IsValid());
            Assert.IsFalse(new TradingSettings { StorageRatedMilliwatts = -1 }.IsValid());
            Assert.IsFalse(new TradingSettings { BuyBelowPermille = 801 }.IsValid());
            Assert.IsFalse(new TradingSettings { Strategy = 0 }.IsValid());
            Assert.IsFalse(new TradingSettings { Strategy = (PricingStrategy)4 }.IsValid());
            Assert.IsFalse(new TradingSettings { LevelPermille = 1001 }.IsValid());
            Assert.IsFalse(new TradingSettings { CostMicrosPerKilowattHour = -1 }.IsValid());
            Assert.IsFalse(new TradingSettings { BuyPriceMicrosPerKilowattHour = -1 }.IsValid());
            Assert.IsFalse(new TradingSettings { AloneAfterSeconds = 0 }.IsValid());
        }

        private static void PreferSync(QTable table)
        {
            table.Update(MarketSlot.SlotOfDay96(MeterScript.StartOf(First)), PolicyAction.Sync, 1, QTable.One, 0);
        }

        private static void IsBid(MeterScript script, int slot, TradeSide side, int milliwattHours, int price)
        {
            Assert.AreEqual(slot, script.Bid.Slot);
            Assert.AreEqual((int)side, (int)script.Bid.Side);
            Assert.AreEqual(milliwattHours, script.Bid.EnergyMilliwattHours);
            Assert.AreEqual(price, script.Bid.PriceMicrosPerKilowattHour);
        }

        private static void Decided(MeterScript script, StorageState state, DecisionReason reason)
        {
            Assert.AreEqual((int)state, (int)script.Controller.Decision.State);
            Assert.AreEqual((int)reason, (int)script.Controller.Decision.Reason);
        }
    }
}
