// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market;

/// <summary>Slot reports become settlements, each once, whatever is lost or comes twice.</summary>
[TestClass]
public sealed class AggregatorReportTests
{
    private const int Slot = 1000;
    private const int Seller = 1;
    private const int Buyer = 2;

    [TestMethod]
    [TestCategory("P-33")]
    public void SettlesWhatTheRegistersRoseBy()
    {
        using MarketBench bench = new();
        Trade(bench);
        bench.Report(Seller, Slot, 1_000_000, 5_000_000);
        bench.Report(Buyer, Slot, 7_000_000, 0);
        bench.At(Slot + 2, 0);
        bench.Report(Seller, Slot + 1, 1_000_000, 5_250_000);
        bench.Report(Buyer, Slot + 1, 7_400_000, 10_000);
        bench.At(Slot + 2, 1);

        Settlement seller = bench.Heard<Settlement>(Seller).Single();
        Settlement buyer = bench.Heard<Settlement>(Buyer).Single();

        // Sold 0.3 kWh at 0.12; 0.05 kWh short, bought at 0.30.
        Assert.AreEqual((250_000, 50_000, 36_000L - 15_000), (seller.DeliveredMilliwattHours, seller.ShortfallMilliwattHours, seller.AmountMicros));

        // Bought 0.3 kWh at 0.12; 0.1 kWh more at 0.30; 0.01 kWh exported at 0.08.
        Assert.AreEqual((300_000, 0, -36_000L - 30_000 + 800), (buyer.DeliveredMilliwattHours, buyer.ShortfallMilliwattHours, buyer.AmountMicros));
        Assert.AreEqual(buyer.AmountMicros, buyer.BalanceMicros);
        Assert.AreEqual(0, bench.Market.Accounts.SumMicros);
        Assert.AreEqual(-seller.AmountMicros - buyer.AmountMicros, bench.Market.Accounts.Operator.BalanceMicros);
        Assert.AreEqual(833, bench.Market.Accounts.Of(Seller).ReputationPermille, "0.25 of 0.3 kWh delivered");
    }

    [TestMethod]
    [TestCategory("P-24")]
    public void ALostReportLosesNeitherEnergyNorMoney()
    {
        using MarketBench bench = new();
        Trade(bench);
        bench.Report(Buyer, Slot, 7_000_000, 0);
        bench.At(Slot + 2, 0);
        bench.At(Slot + 3, 0);
        bench.Report(Buyer, Slot + 2, 7_900_000, 0);
        bench.At(Slot + 3, 1);

        Settlement settlement = bench.Heard<Settlement>(Buyer).Single();

        Assert.AreEqual(-36_000 - 180_000, settlement.AmountMicros, "0.3 kWh at 0.12, the other 0.6 kWh of two slots at 0.30");
    }

    [TestMethod]
    [TestCategory("P-19")]
    [TestCategory("P-23")]
    public void AReportThatComesTwiceCountsOnce()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Report(Buyer, Slot - 2, 0, 0);
        bench.Report(Buyer, Slot - 1, 1_000_000, 0);
        bench.Report(Buyer, Slot - 1, 1_000_000, 0);
        bench.Report(Buyer, Slot - 2, 0, 0);
        bench.At(Slot, 1);

        Assert.HasCount(1, bench.Heard<Settlement>(Buyer));
        CollectionAssert.AreEqual(
            new[] { RefusalReason.Repeated, RefusalReason.FromPast },
            bench.Refusals.Select(refusal => refusal.Reason).ToArray());
    }

    [TestMethod]
    [TestCategory("P-20")]
    public void AFallingRegisterIsRefusedAndTheMeterIsTold()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Report(Buyer, Slot - 2, 5_000_000, 0);
        bench.Report(Buyer, Slot - 1, 4_999_999, 0, sequence: 7);
        bench.At(Slot, 1);

        Acknowledgement answer = bench.Heard<Acknowledgement>(Buyer).Single();

        Assert.AreEqual((MessageType.SlotReport, 7, (int)RefusalReason.WouldFall), (answer.AnsweredType, answer.AnsweredSequence, answer.Reason));
        Assert.AreEqual(5_000_000, bench.Market.Accounts.Of(Buyer).Registers.ImportMilliwattHours);
    }

    [TestMethod]
    [TestCategory("P-34")]
    public void ARegisterThatJumpsBeyondAnyMoneyIsRefused()
    {
        using MarketBench bench = new(retailMicros: PriceMessage.HighestMicros);
        bench.At(Slot, 0);
        bench.Report(Buyer, Slot - 3, 0, 0);
        bench.Report(Buyer, Slot - 2, 1_000_000_000_000_000, 0);
        bench.Report(Buyer, Slot - 1, 1_000_000, 0);
        bench.At(Slot, 1);

        Assert.AreEqual(RefusalReason.OutOfRange, bench.Refusals.Single().Reason);
        Assert.AreEqual(-1_000_000_000, bench.Heard<Settlement>(Buyer).Single().AmountMicros, "1 kWh at 1000: the refused report changed nothing");
    }

    [TestMethod]
    [TestCategory("P-20")]
    public void AReportOfASlotThatHasNotBeenIsRefused()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Report(Buyer, Slot + 1, 0, 0);
        bench.At(Slot, 1);

        Assert.AreEqual(RefusalReason.FromFuture, bench.Refusals.Single().Reason);
    }

    [TestMethod]
    public void TaxGoesToTheOperator()
    {
        using MarketBench bench = new(taxPermille: 50);
        Trade(bench);
        Assert.AreEqual(36_000 - 1_800, bench.Heard<Award>(Seller).Single().AmountMicros);
        bench.Report(Seller, Slot, 0, 0);
        bench.Report(Buyer, Slot, 0, 0);
        bench.At(Slot + 2, 0);
        bench.Report(Seller, Slot + 1, 0, 300_000);
        bench.Report(Buyer, Slot + 1, 300_000, 0);
        bench.At(Slot + 2, 1);

        Assert.AreEqual(1_800, bench.Market.Accounts.Operator.BalanceMicros);
        Assert.AreEqual(1_800, bench.Market.Accounts.Operator.TaxMicros);
        Assert.AreEqual(0, bench.Market.Accounts.SumMicros);
    }

    /// <summary>In slot 1000 the seller sells 0.3 kWh for slot 1001 to the buyer at 0.12; time is then the start of slot 1001.</summary>
    private static void Trade(MarketBench bench)
    {
        bench.At(Slot, 0);
        bench.Bid(Seller, Slot + 1, TradeSide.Sell, 500_000, 120_000);
        bench.Bid(Buyer, Slot + 1, TradeSide.Buy, 300_000, 200_000);
        bench.At(Slot, 840);
        bench.At(Slot + 1, 0);
    }
}
