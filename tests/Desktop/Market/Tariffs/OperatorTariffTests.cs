// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class OperatorTariffTests
{
    private const int SlotSeconds = 900;
    private const int SlotsPerDay = 96;
    private const int Midnight = 20_000 * SlotsPerDay;
    private readonly OperatorTariff _tariff = new(new PriceLaw(100_000, 5_000_000), 120_000, SlotSeconds);

    [TestMethod]
    public void PriceIsMadeFromTheKnownDemandAndStays()
    {
        Assert.AreEqual(new TariffPrices(100_000, 100_000), At(Midnight));
        Observe(1, Midnight, 4_000_000);
        Observe(2, Midnight, 6_000_000);

        Assert.AreEqual(new TariffPrices(100_000, 100_000), At(Midnight));
        Assert.AreEqual(new TariffPrices(400_000, 120_000), At(Midnight + 1));
        Observe(1, Midnight + 1, 9_000_000);
        Assert.AreEqual(400_000, At(Midnight + 1).RetailMicrosPerKilowattHour);
        Assert.AreEqual(900_000, At(Midnight + 2).RetailMicrosPerKilowattHour);
    }

    [TestMethod]
    public void EachDayBeginsAnew()
    {
        At(Midnight - 2);
        Observe(1, Midnight - 2, 20_000_000);
        Assert.AreEqual(1_600_000, At(Midnight - 1).RetailMicrosPerKilowattHour);
        Observe(1, Midnight - 1, 10_000_000);

        Assert.AreEqual(400_000, At(Midnight).RetailMicrosPerKilowattHour);
    }

    [TestMethod]
    public void LostAndLateReportsCountOnce()
    {
        At(Midnight);
        Observe(1, Midnight + 3, 20_000_000, slots: 4);
        Observe(2, Midnight + 3, 5_000_000);
        Observe(2, Midnight + 2, 90_000_000);

        Assert.AreEqual(400_000, At(Midnight + 5).RetailMicrosPerKilowattHour);
    }

    [TestMethod]
    public void SilentMeterCountsNoMore()
    {
        Observe(1, Midnight, 10_000_000);
        Observe(2, Midnight + 7, 5_000_000);
        Assert.AreEqual(900_000, At(Midnight + 8).RetailMicrosPerKilowattHour);

        OperatorTariff pure = new(new PriceLaw(100_000, 5_000_000, PriceReading.Pure), 0, SlotSeconds);
        pure.Observe(Settlement(1, Midnight, 10_000_000));
        pure.Observe(Settlement(2, Midnight + 8, 5_000_000));
        Assert.AreEqual(100_000, pure.At((Midnight + 9L) * SlotSeconds).RetailMicrosPerKilowattHour);
    }

    [TestMethod]
    public void SlotThatWasNotAnnouncedHasThePriceBefore()
    {
        At(Midnight);
        Observe(1, Midnight, 10_000_000);
        At(Midnight + 5);

        Assert.AreEqual(100_000, At(Midnight + 3).RetailMicrosPerKilowattHour);
        Assert.AreEqual(400_000, At(Midnight + 5).RetailMicrosPerKilowattHour);
        Assert.AreEqual(100_000, At(Midnight - 3).RetailMicrosPerKilowattHour);
    }

    [TestMethod]
    public void MarketPublishesAndSettlesAtThePriceOfTheDemandItKnows()
    {
        using MarketBench bench = new(FollowingTariff());
        bench.At(Midnight, 0);
        bench.Report(5, Midnight - 1, 0, 0, sequence: 1);
        bench.At(Midnight + 1, 0);
        bench.Report(5, Midnight, 3_000_000, 0, sequence: 2);
        bench.At(Midnight + 1, 5);
        bench.At(Midnight + 2, 0);

        int[] prices = bench.Heard<PriceMessage>(0).Select(price => price.RetailMicrosPerKilowattHour).ToArray();
        CollectionAssert.AreEqual(new[] { 100_000, 100_000, 900_000 }, prices);

        bench.Report(5, Midnight + 1, 3_000_000, 0, sequence: 3);
        bench.At(Midnight + 3, 0);
        bench.Report(5, Midnight + 3, 4_000_000, 0, sequence: 4);
        bench.At(Midnight + 4, 0);
        Assert.AreEqual(-900_000, bench.Heard<Settlement>(5)[^1].AmountMicros);
    }

    [TestMethod]
    public void RestartedTariffGoesOnFromWhatWasAnnounced()
    {
        foreach ((PriceReading reading, int expected) in new[] { (PriceReading.Ratchet, 400_000), (PriceReading.Pure, 144_000) })
        {
            OperatorTariff tariff = new(new PriceLaw(100_000, 5_000_000, reading), 0, SlotSeconds);
            tariff.Remember(Midnight - 1, new TariffPrices(900_000, 0));
            tariff.Remember(Midnight, new TariffPrices(100_000, 0));
            tariff.Remember(Midnight + 1, new TariffPrices(400_000, 0));
            tariff.Observe(Settlement(1, Midnight + 1, 6_000_000));

            Assert.AreEqual(expected, tariff.At((Midnight + 2L) * SlotSeconds).RetailMicrosPerKilowattHour);
            Assert.AreEqual(900_000, tariff.At((Midnight - 1L) * SlotSeconds).RetailMicrosPerKilowattHour);
        }
    }

    [TestMethod]
    public void KilledMarketSettlesAtThePriceThatItAnnounced()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (Ledger ledger = Ledger.Open(path))
        {
            using MarketBench killed = new(FollowingTariff(), ledger: ledger);
            killed.At(Midnight, 0);
            killed.Report(5, Midnight - 1, 0, 0, sequence: 1);
            killed.Report(5, Midnight, 3_000_000, 0, sequence: 2);
            killed.At(Midnight + 1, 0);
            killed.At(Midnight + 2, 0);
        }

        using (Ledger ledger = Ledger.Open(path))
        {
            using MarketBench bench = new(FollowingTariff(), ledger: ledger);
            bench.At(Midnight + 4, 0);
            bench.Report(5, Midnight + 1, 3_000_000, 0, sequence: 3);
            bench.Report(5, Midnight + 3, 4_000_000, 0, sequence: 4);
            bench.At(Midnight + 4, 1);

            Assert.AreEqual(-900_000, bench.Heard<Settlement>(5)[^1].AmountMicros);
            Assert.AreEqual(900_000, bench.Heard<PriceMessage>(0)[^1].RetailMicrosPerKilowattHour, "the ratchet holds");
            Assert.IsEmpty(LedgerVerifier.Verify(ledger));
        }

        File.Delete(path);
    }

    private static OperatorTariff FollowingTariff() => new(new PriceLaw(100_000, 1_000_000), 50_000, MarketBench.SlotSeconds);

    private TariffPrices At(int slot) => _tariff.At((long)slot * SlotSeconds);

    private void Observe(int meter, int slot, long import, int slots = 1) => _tariff.Observe(Settlement(meter, slot, import, slots));

    private static MeterSettlement Settlement(int meter, int slot, long import, int slots = 1) =>
        MeterSettlement.Of(meter, slot - slots, slot, new MeteredEnergy(import, 0), default, default);
}
