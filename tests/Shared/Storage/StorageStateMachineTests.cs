// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Storage;

namespace Prosumeter.Tests.Shared.Storage
{
    /// <summary>Section II-B and eqs. (2) and (3) of Sabounchi and Wei. Energies of the rows in Wh, ratios in percent, to be read beside the paper.</summary>
    [TestClass]
    public class StorageStateMachineTests
    {
        private const int MilliwattHoursPerWattHour = 1000;
        private const long Highest = 1_000_000_000_000_000;

        [TestMethod]
        public void AboveUpperSellsDownToUpper()
        {
            Row(9_000, 10_000, 80, 30, 0, StorageState.Sell, 1_000);
            Row(9_000, 10_000, 80, 30, -2_000, StorageState.Sell, 1_000);
            Row(10_000, 10_000, 80, 30, -1, StorageState.Sell, 2_000);
            Row(5_000, 5_000, 0, 0, -1, StorageState.Sell, 5_000);
        }

        [TestMethod]
        public void AtUpperSellsNothingOrHolds()
        {
            Row(8_000, 10_000, 80, 30, 400, StorageState.Sell, 0);
            Row(8_000, 10_000, 80, 30, 0, StorageState.Sell, 0);
            Row(8_000, 10_000, 80, 30, -400, StorageState.Hold, 0);
            Row(4_000, 5_000, 80, 20, 1_000, StorageState.Sell, 0);
        }

        [TestMethod]
        public void BetweenSellsHalfTheWayToUpper()
        {
            Row(7_000, 10_000, 80, 30, 0, StorageState.Sell, 500);
            Row(60_000, 100_000, 80, 30, 100, StorageState.Sell, 10_000);
            Row(6_000, 10_000, 80, 30, 1, StorageState.Sell, 1_000);
        }

        [TestMethod]
        public void BetweenNeverSellsBelowLower()
        {
            Row(4_000, 10_000, 80, 30, 500, StorageState.Sell, 1_000);
            Row(3_000, 10_000, 80, 30, 500, StorageState.Sell, 0);
            Row(1_000, 13_500, 100, 0, 1_000, StorageState.Sell, 1_000);
        }

        [TestMethod]
        public void FallingBalanceBetweenHolds()
        {
            Row(7_000, 10_000, 80, 30, -1, StorageState.Hold, 0);
            Row(3_000, 10_000, 80, 30, -500, StorageState.Hold, 0);
            Row(13_500, 13_500, 100, 0, -1_000, StorageState.Hold, 0);
            Row(0, 10_000, 100, 0, -1, StorageState.Hold, 0);
        }

        [TestMethod]
        public void BelowLowerBuysUpToLower()
        {
            Row(0, 10_000, 80, 30, 0, StorageState.Buy, 3_000);
            Row(2_999, 10_000, 80, 30, 900, StorageState.Buy, 1);
            Row(2_000, 10_000, 80, 30, -900, StorageState.Buy, 1_000);
        }

        [TestMethod]
        public void BelowLowerBuysTheDeficitToo()
        {
            StorageStateMachine machine = Machine(800, 300);

            Assert.AreEqual((int)StorageState.Buy, (int)machine.Decide(2_000, 10_000, 0, 700));
            Assert.AreEqual(1_700L, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Buy, (int)machine.Decide(2_000, 10_000, 0, -700));
            Assert.AreEqual(1_000L, machine.TradableMilliwattHours);
        }

        [TestMethod]
        public void SalesAreRoundedDownAndPurchasesUp()
        {
            StorageStateMachine machine = Machine(333, 111);

            // U = 333.333 mWh, L = 111.111 mWh of a capacity of 1001 mWh.
            Assert.AreEqual((int)StorageState.Sell, (int)machine.Decide(334, 1001, -1, 0));
            Assert.AreEqual(0L, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Sell, (int)machine.Decide(335, 1001, -1, 0));
            Assert.AreEqual(1L, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Sell, (int)machine.Decide(300, 1001, 0, 0));
            Assert.AreEqual(16L, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Buy, (int)machine.Decide(111, 1001, 0, 0));
            Assert.AreEqual(1L, machine.TradableMilliwattHours);
        }

        [TestMethod]
        public void WithoutStorageTheDeficitIsBoughtAndTheSurplusSold()
        {
            StorageStateMachine machine = Machine(800, 300);

            Assert.AreEqual((int)StorageState.Buy, (int)machine.Decide(0, 0, 5, 250));
            Assert.AreEqual(250L, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Sell, (int)machine.Decide(0, 0, -5, -250));
            Assert.AreEqual(250L, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Hold, (int)machine.Decide(0, 0, 5, 0));
            Assert.AreEqual(0L, machine.TradableMilliwattHours);
        }

        [TestMethod]
        public void LargestStorageIsExact()
        {
            StorageStateMachine machine = Machine(800, 300);

            Assert.AreEqual((int)StorageState.Sell, (int)machine.Decide(Highest, Highest, 0, 0));
            Assert.AreEqual(Highest / 5, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Buy, (int)machine.Decide(0, Highest, 0, Highest));
            Assert.AreEqual(Highest + (Highest / 10 * 3), machine.TradableMilliwattHours);
        }

        [TestMethod]
        public void ValuesOutsideTheirRangeCountAsTheNearest()
        {
            StorageStateMachine machine = Machine(800, 300);

            Assert.AreEqual((int)StorageState.Sell, (int)machine.Decide(long.MaxValue, 10_000, long.MinValue, 0));
            Assert.AreEqual(2_000L, machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Buy, (int)machine.Decide(long.MinValue, long.MaxValue, 0, long.MaxValue));
            Assert.AreEqual(Highest + (Highest / 10 * 3), machine.TradableMilliwattHours);
            Assert.AreEqual((int)StorageState.Sell, (int)machine.Decide(5, long.MinValue, 0, long.MinValue));
            Assert.AreEqual(Highest, machine.TradableMilliwattHours);
        }

        [TestMethod]
        public void RatiosAreOrderedShares()
        {
            Assert.IsTrue(SharingRatios.IsValid(1000, 0));
            Assert.IsTrue(SharingRatios.IsValid(500, 500));
            Assert.IsTrue(SharingRatios.IsValid(0, 0));
            Assert.IsFalse(SharingRatios.IsValid(300, 301));
            Assert.IsFalse(SharingRatios.IsValid(1001, 0));
            Assert.IsFalse(SharingRatios.IsValid(500, -1));
            Assert.IsNull(SharingRatios.Of(300, 800));
            Assert.AreEqual(800, SharingRatios.Of(800, 300).SellAbovePermille);
            Assert.AreEqual(300, SharingRatios.Of(800, 300).BuyBelowPermille);
        }

        [TestMethod]
        public void NetBalanceIsTheBackwardDifference()
        {
            NetBalance balance = new NetBalance();
            Assert.AreEqual(0L, balance.Change(800_000, 600_000));
            Assert.AreEqual(500_000L, balance.Change(1_200_000, 500_000));
            Assert.AreEqual(-1_600_000L, balance.Change(0, 900_000));

            balance.Reset();
            Assert.AreEqual(0L, balance.Change(0, 400_000));
            Assert.AreEqual(-500_000L, balance.Change(0, 900_000));
            Assert.AreEqual(0L, balance.Change(0, 900_000));
        }

        private static StorageStateMachine Machine(int sellAbovePermille, int buyBelowPermille)
        {
            return new StorageStateMachine(SharingRatios.Of(sellAbovePermille, buyBelowPermille));
        }

        private static void Row(int stored, int capacity, int sellAbovePercent, int buyBelowPercent, int netChange, StorageState state, int tradable)
        {
            StorageStateMachine machine = Machine(sellAbovePercent * 10, buyBelowPercent * 10);
            StorageState decided = machine.Decide(
                (long)stored * MilliwattHoursPerWattHour,
                (long)capacity * MilliwattHoursPerWattHour,
                (long)netChange * MilliwattHoursPerWattHour,
                0);

            Assert.AreEqual((int)state, (int)decided);
            Assert.AreEqual((long)tradable * MilliwattHoursPerWattHour, machine.TradableMilliwattHours);
        }
    }
}
