// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Tests.Projects;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>Statements P-36 to P-44: aggregators that meet only through the broker trade as the auction says, and both sides of a trade book the same.</summary>
[TestClass]
public sealed class UpperLevelTraderTests
{
    private const int Slot = 2000;
    private const int SlotSeconds = 900;
    private const int GateSeconds = 60;
    private const int Stories = 300;
    private const long Gate = ((long)Slot * SlotSeconds * 1000) - (GateSeconds * 1000);

    [TestMethod]
    [TestCategory("P-38")]
    [TestCategory("P-40")]
    [TestCategory("P-41")]
    [DataRow("a 3@0.18, b 2@0.16", "c 4@0.2", "b>c 2@0.16, a>c 2@0.18")]
    [DataRow("a 2@0.1, b 2@0.15", "a 3@0.2, c 1@0.12", "b>a 2@0.15, a>c 1@0.1")]
    [DataRow("a 1@0.25", "c 1@0.2", "")]
    [DataRow("a 3@0.15", "b 2@0.18 1@0.16, c 2@0.2", "a>c 2@0.15, a>b 1@0.15")]
    public void TradesAreThoseOfTheAuctionAndKnownBeforeTheSlot(string sales, string purchases, string trades)
    {
        InProcessBroker broker = new();
        ClusterOnBus[] clusters = OfferAll(broker, OfferText.Offers(sales, purchases));

        Run(broker, clusters, 0, GateSeconds - 1);

        string[] expected = trades.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order().ToArray();
        CollectionAssert.AreEqual(expected, clusters.SelectMany(cluster => cluster.Awarded!).Distinct().Select(trade => OfferText.Of([trade])).Order().ToArray());
        Assert.AreEqual(2 * expected.Length, clusters.Sum(cluster => cluster.Booked.Count));
        Assert.IsEmpty(clusters.SelectMany(cluster => cluster.Refusals));
    }

    [TestMethod]
    [TestCategory("P-42")]
    [TestCategory("P-43")]
    public void LostDoubledAndReorderedMessagesNeitherLoseNorDoubleEnergyOrMoney()
    {
        int complete = 0;
        for (int seed = 0; seed < Stories; seed++)
        {
            ClusterOffer[] offers = OfferText.Offers("a 3@0.18, b 2@0.16, c 1@0.1", "c 4@0.2 1@0.17, d 2@0.19, a 1@0.17");
            InProcessBroker broker = new();
            broker.Faults.Seed(seed);
            (broker.Faults.LosePermille, broker.Faults.DuplicatePermille) = (seed % 4 * 100, 200);
            (broker.Faults.DelayPermille, broker.Faults.ReorderPermille, broker.Faults.MaxDelayMilliseconds) = (300, 300, 40_000);
            ClusterOnBus[] clusters = OfferAll(broker, offers);

            Run(broker, clusters, 0, 600);

            AssertBooksAgree(clusters, offers, $"seed {seed}");
            complete += OfferText.Of(UpperLevelAuction.Clear(offers)).Split(", ").Length == clusters.Sum(cluster => cluster.Booked.Count) / 2 ? 1 : 0;
        }

        Assert.IsInRange(1, Stories - 1, complete, "some stories lose trades and some do not");
    }

    [TestMethod]
    [TestCategory("P-42")]
    [TestCategory("P-43")]
    [DataRow(5)]
    [DataRow(20)]
    [DataRow(35)]
    [DataRow(50)]
    public void KilledProcessesBookWhatTheOtherSideBooks(int killedAfterSeconds)
    {
        ClusterOffer[] offers = OfferText.Offers("a 3@0.18, b 2@0.16", "c 4@0.2");
        for (int victim = 0; victim < offers.Length; victim++)
        {
            InProcessBroker broker = new();
            ClusterOnBus[] clusters = OfferAll(broker, offers);
            Run(broker, clusters, 0, killedAfterSeconds);
            List<ClusterTrade> before = clusters[victim].Booked;
            clusters[victim].Dispose();
            Run(broker, clusters.Where((_, index) => index != victim).ToArray(), killedAfterSeconds, 70);

            clusters[victim] = new ClusterOnBus(broker, offers[victim].Cluster, SlotSeconds, GateSeconds);
            foreach (ClusterTrade trade in before)
            {
                clusters[victim].Booked.Add(trade);
                clusters[victim].Trader.Remember(Slot, trade);
            }

            Run(broker, clusters, 70, 120);

            AssertBooksAgree(clusters, offers, $"{offers[victim].Cluster} killed after {killedAfterSeconds} s");
        }
    }

    [TestMethod]
    public void ProcessThatWasHeldUpSaysNothingLateButCloses()
    {
        InProcessBroker broker = new();
        ClusterOnBus[] clusters = OfferAll(broker, OfferText.Offers("a 3@0.18", "c 4@0.2"));
        broker.Pump();

        Array.ForEach(clusters, cluster => cluster.Step(Gate + (58 * 1000)));
        broker.Pump();
        Array.ForEach(clusters, cluster => cluster.Step(Gate + (59 * 1000)));

        Assert.IsTrue(Array.TrueForAll(clusters, cluster => cluster.Awarded is { Count: 0 } && cluster.Booked.Count == 0));
    }

    [TestMethod]
    [TestCategory("P-37")]
    [TestCategory("P-39")]
    [TestCategory("P-40")]
    public void MessagesAreThoseOfTheDocument()
    {
        string[] examples = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs", "PROTOCOL.md"))
            .Where(line => line.StartsWith("{\"version\":1,\"slot\"", StringComparison.Ordinal) && (line.Contains("\"purchases\"") || line.Contains("\"seller\"")))
            .ToArray();
        List<string> said = [];
        UpperLevelTrader trader = new("north", SlotSeconds, GateSeconds, (_, payload) => said.Add(Encoding.UTF8.GetString(payload)));
        long gate = (2000123L * SlotSeconds * 1000) - (GateSeconds * 1000);
        trader.Step(gate);

        trader.Offer(2000123, new ClusterOffer("north", new PricedEnergy(3_000_000, 180_000), [new PricedEnergy(500_000, 160_000)]));
        string south = "{\"version\":1,\"slot\":2000123,\"slotSeconds\":900,\"gateSeconds\":60,\"cluster\":\"south\",\"sale\":{\"energyMilliwattHours\":0,\"priceMicrosPerKilowattHour\":0},"
            + "\"purchases\":[{\"energyMilliwattHours\":2000000,\"priceMicrosPerKilowattHour\":200000}]}";
        trader.Take(new MqttMessage("prosumeter/v1/south/market/upper-offer", Encoding.UTF8.GetBytes(south), 1, false, false), gate + 1000);
        trader.Step(gate + 15_000);

        CollectionAssert.AreEqual(examples, said);
    }

    [TestMethod]
    [TestCategory("P-38")]
    public void StepSaysWhenItWantsToGoOn()
    {
        UpperLevelTrader trader = new("a", SlotSeconds, GateSeconds, (_, _) => { });
        Assert.AreEqual(int.MaxValue, trader.Step(Gate));

        trader.Offer(Slot, OfferText.Offers("a 1@0.1", "")[0]);

        Assert.AreEqual(15_000, trader.Step(Gate));
        Assert.AreEqual(14_999, trader.Step(Gate + 15_001));
        Assert.AreEqual(5_000, trader.Step(Gate + 40_000));
        Assert.AreEqual(int.MaxValue, trader.Step(Gate + 45_000));
    }

    [TestMethod]
    [TestCategory("P-36")]
    [TestCategory("P-37")]
    [TestCategory("P-38")]
    [TestCategory("P-42")]
    [TestCategory("P-43")]
    [DataRow("b/market/upper-offer", Slot, "{\"version\":1,\"slot\":SLOT,\"slotSeconds\":900,\"gateSeconds\":60,\"cluster\":\"b\",\"sale\":{\"energyMilliwattHours\":1,\"priceMicrosPerKilowattHour\":1},\"purchases\":[]}", RefusalReason.Taken)]
    [DataRow("b/market/upper-offer", Slot, "{\"version\":1,\"slot\":SLOT,\"slotSeconds\":300,\"gateSeconds\":60,\"cluster\":\"b\",\"sale\":{\"energyMilliwattHours\":1,\"priceMicrosPerKilowattHour\":1},\"purchases\":[]}", RefusalReason.OutOfRange)]
    [DataRow("c/market/upper-offer", Slot, "{\"version\":1,\"slot\":SLOT,\"slotSeconds\":900,\"gateSeconds\":60,\"cluster\":\"b\",\"sale\":{\"energyMilliwattHours\":1,\"priceMicrosPerKilowattHour\":1},\"purchases\":[]}", RefusalReason.Malformed)]
    [DataRow("b/market/upper-offer", Slot, "{\"version\":1,\"slot\":SLOT,\"slotSeconds\":900,\"gateSeconds\":60,\"cluster\":\"b\",\"sale\":{\"energyMilliwattHours\":-1,\"priceMicrosPerKilowattHour\":1},\"purchases\":[]}", RefusalReason.OutOfRange)]
    [DataRow("b/market/upper-offer", Slot, "{\"version\":1,\"slot\":SLOT,\"slotSeconds\":900,\"gateSeconds\":60,\"cluster\":\"b\",\"sale\":{\"energyMilliwattHours\":1,\"priceMicrosPerKilowattHour\":1}}", RefusalReason.Malformed)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":1,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":\"a\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.Taken)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":2,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":\"a\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.UnknownVersion)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":1,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":\"b\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.OutOfRange)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":1,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":null,\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.Malformed)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":1,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":\"a\",\"energyMilliwattHours\":5.5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.Malformed)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":1,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":\"a\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7,\"tip\":1}", RefusalReason.Malformed)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":1,\"slot\":SLOT,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":\"a\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.Malformed)]
    [DataRow("b/market/upper-sale", Slot, "{\"version\":1,\"slot\":SLOT,\"seller\":\"b\",\"buyer\":\"a\",\"energyMilliwattHours\":1000000000000001,\"priceMicrosPerKilowattHour\":7}", RefusalReason.OutOfRange)]
    [DataRow("b/market/upper-purchase", Slot, "{\"version\":1,\"slot\":SLOT,\"seller\":\"a\",\"buyer\":\"b\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.NoBid)]
    [DataRow("b/market/upper-purchase", Slot + 2, "{\"version\":1,\"slot\":SLOT,\"seller\":\"a\",\"buyer\":\"b\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.FromFuture)]
    [DataRow("b/market/upper-purchase", Slot - 95, "{\"version\":1,\"slot\":SLOT,\"seller\":\"a\",\"buyer\":\"b\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.Taken)]
    [DataRow("b/market/upper-purchase", Slot - 97, "{\"version\":1,\"slot\":SLOT,\"seller\":\"a\",\"buyer\":\"b\",\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":7}", RefusalReason.FromPast)]
    [DataRow("b/market/upper-sale", Slot, "null", RefusalReason.Malformed)]
    [DataRow("b/market/upper-sale", Slot, "{", RefusalReason.Malformed)]
    [DataRow("b/market/upper-other", Slot, "{}", RefusalReason.WrongType)]
    public void MessagesAreTakenOrRefusedWithAReason(string topic, int slot, string payload, RefusalReason reason)
    {
        UpperLevelTrader trader = new("a", SlotSeconds, GateSeconds, (_, _) => { });
        trader.Step(Gate + 1);
        byte[] bytes = Encoding.UTF8.GetBytes(payload.Replace("SLOT", slot.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.AreEqual(reason, trader.Take(new MqttMessage("prosumeter/v1/" + topic, bytes, 1, false, false), Gate + 1));
    }

    private static ClusterOnBus[] OfferAll(InProcessBroker broker, ClusterOffer[] offers)
    {
        ClusterOnBus[] clusters = Array.ConvertAll(offers, offer => new ClusterOnBus(broker, offer.Cluster, SlotSeconds, GateSeconds));
        for (int index = 0; index < offers.Length; index++)
        {
            clusters[index].Trader.Offer(Slot, offers[index]);
        }

        return clusters;
    }

    private static void Run(InProcessBroker broker, ClusterOnBus[] clusters, int fromSecond, int toSecond)
    {
        for (int second = fromSecond; second <= toSecond; second++)
        {
            broker.AdvanceTo(second * 1000L);
            Array.ForEach(clusters, cluster => cluster.Step(Gate + (second * 1000L)));
            broker.Pump();
        }
    }

    private static void AssertBooksAgree(ClusterOnBus[] clusters, ClusterOffer[] offers, string story)
    {
        for (int index = 0; index < offers.Length; index++)
        {
            ClusterOffer offer = offers[index];
            List<ClusterTrade> booked = clusters[index].Booked;
            CollectionAssert.AllItemsAreUnique(booked, story);
            Assert.IsLessThanOrEqualTo(offer.Sale.EnergyMilliwattHours, booked.Where(trade => trade.Seller == offer.Cluster).Sum(trade => trade.EnergyMilliwattHours), story);
            Assert.IsTrue(booked.Where(trade => trade.Buyer == offer.Cluster).All(trade => booked
                .Where(other => other.Buyer == offer.Cluster && other.PriceMicrosPerKilowattHour >= trade.PriceMicrosPerKilowattHour)
                .Sum(other => other.EnergyMilliwattHours) <= offer.DemandAt(trade.PriceMicrosPerKilowattHour)), story);
        }

        string[] booksOfSellers = Books((cluster, trade) => trade.Seller == cluster), booksOfBuyers = Books((cluster, trade) => trade.Buyer == cluster);
        CollectionAssert.AreEqual(booksOfSellers, booksOfBuyers, $"{story}: {string.Join(", ", booksOfSellers)} against {string.Join(", ", booksOfBuyers)}");

        string[] Books(Func<string, ClusterTrade, bool> isOfSide) => Enumerable.Range(0, offers.Length)
            .SelectMany(index => clusters[index].Booked.Where(trade => isOfSide(offers[index].Cluster, trade)))
            .Select(trade => OfferText.Of([trade]))
            .Order()
            .ToArray();
    }
}
