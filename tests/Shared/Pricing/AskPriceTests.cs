// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Pricing;

namespace Prosumeter.Tests.Shared.Pricing
{
    /// <summary>Eqs. (5) to (9) of Sabounchi and Wei. With P_m = 0.20 and Q = 0.10 the middle M is 0.15.</summary>
    [TestClass]
    public class AskPriceTests
    {
        private const int Retail = 200_000;
        private const int Cost = 100_000;

        [TestMethod]
        public void PredatoryGoesFromCostToTheMiddle()
        {
            Ask(100_000, PricingStrategy.Predatory, 0, Retail, Cost);
            Ask(125_000, PricingStrategy.Predatory, 500, Retail, Cost);
            Ask(149_950, PricingStrategy.Predatory, 999, Retail, Cost);
        }

        [TestMethod]
        public void TimidGoesFromTheMiddleToRetail()
        {
            Ask(150_000, PricingStrategy.Timid, 0, Retail, Cost);
            Ask(175_000, PricingStrategy.Timid, 500, Retail, Cost);
            Ask(199_950, PricingStrategy.Timid, 999, Retail, Cost);
        }

        [TestMethod]
        public void WithholdingStartsAtRetail()
        {
            Ask(200_000, PricingStrategy.Withholding, 0, Retail, Cost);
            Ask(250_000, PricingStrategy.Withholding, 250, Retail, Cost);
            Ask(400_000, PricingStrategy.Withholding, 1000, Retail, Cost);
            Ask(110_000, PricingStrategy.Withholding, 100, 100_000, 120_000);
            Ask(0, PricingStrategy.Withholding, 500, 0, Cost);
        }

        [TestMethod]
        public void UpperEndBelongsToTheNextStrategy()
        {
            Ask(AskPrice.NoOffer, PricingStrategy.Predatory, 1000, Retail, Cost);
            Ask(AskPrice.NoOffer, PricingStrategy.Timid, 1000, Retail, Cost);
            Ask(AskPrice.NoOffer, PricingStrategy.Predatory, 1000, 3, 0);
        }

        [TestMethod]
        public void RetailAtOrBelowCostGivesNoOffer()
        {
            Ask(AskPrice.NoOffer, PricingStrategy.Timid, 500, 100_000, 120_000);
            Ask(AskPrice.NoOffer, PricingStrategy.Predatory, 0, 100_000, 120_000);
            Ask(AskPrice.NoOffer, PricingStrategy.Predatory, 0, Cost, Cost);
            Ask(AskPrice.NoOffer, PricingStrategy.Timid, 0, Cost, Cost);
        }

        [TestMethod]
        public void NegativeOrUnreachablePricesGiveNoOffer()
        {
            Ask(AskPrice.NoOffer, PricingStrategy.Withholding, 0, -1, 0);
            Ask(AskPrice.NoOffer, PricingStrategy.Withholding, 1000, int.MaxValue, 0);
            Ask(AskPrice.NoOffer, PricingStrategy.Predatory, 500, Retail, -1);
            Ask(AskPrice.NoOffer, PricingStrategy.Predatory, -1, Retail, Cost);
            Ask(AskPrice.NoOffer, PricingStrategy.Timid, 1001, Retail, Cost);
            Ask(AskPrice.NoOffer, 0, 500, Retail, Cost);
            Ask(AskPrice.NoOffer, (PricingStrategy)4, 500, Retail, Cost);
        }

        [TestMethod]
        public void RoundingKeepsTheInterval()
        {
            // Q = 0, P_m = 3: M = 1.5, so predatory has 0 and 1, timid only 2.
            Ask(0, PricingStrategy.Predatory, 0, 3, 0);
            Ask(1, PricingStrategy.Predatory, 999, 3, 0);
            Ask(2, PricingStrategy.Timid, 0, 3, 0);
            Ask(2, PricingStrategy.Timid, 999, 3, 0);

            // Q = 0, P_m = 1: M = 0.5, and timid has no whole micro-unit.
            Ask(AskPrice.NoOffer, PricingStrategy.Timid, 0, 1, 0);
        }

        [TestMethod]
        public void EveryAskIsOfItsOwnClass()
        {
            for (int level = 0; level <= 1000; level += 37)
            {
                OwnClass(PricingStrategy.Predatory, PriceClass.Predatory, level, Cost + level);
                OwnClass(PricingStrategy.Timid, PriceClass.Timid, level, Cost + level);
                OwnClass(PricingStrategy.Withholding, PriceClass.Withholding, level, Cost + level);
            }
        }

        [TestMethod]
        public void LargestPricesAreExact()
        {
            Ask(1_073_741_824, PricingStrategy.Timid, 0, int.MaxValue, 0);
            Ask(2_000_000_000, PricingStrategy.Withholding, 1000, 1_000_000_000, 0);
            Ask(2_147_483_646, PricingStrategy.Predatory, 0, int.MaxValue, int.MaxValue - 1);
        }

        [TestMethod]
        public void ClassesAreHalfOpen()
        {
            Class(PriceClass.BelowCost, 80_000);
            Class(PriceClass.BelowCost, 99_999);
            Class(PriceClass.Predatory, 100_000);
            Class(PriceClass.Predatory, 149_999);
            Class(PriceClass.Timid, 150_000);
            Class(PriceClass.Timid, 199_999);
            Class(PriceClass.Withholding, 200_000);
            Class(PriceClass.Withholding, int.MaxValue);
        }

        private static void Ask(int expected, PricingStrategy strategy, int level, int retail, int cost)
        {
            Assert.AreEqual(expected, AskPrice.Of(strategy, level, retail, cost));
        }

        private static void OwnClass(PricingStrategy strategy, PriceClass expected, int level, int retail)
        {
            int price = AskPrice.Of(strategy, level, retail, Cost);
            Assert.IsTrue(price == AskPrice.NoOffer || AskPrice.Classify(price, retail, Cost) == expected, "level " + level);
        }

        private static void Class(PriceClass expected, int price)
        {
            Assert.AreEqual((int)expected, (int)AskPrice.Classify(price, Retail, Cost));
        }
    }
}
