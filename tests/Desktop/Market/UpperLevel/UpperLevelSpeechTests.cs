// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>What the trader of cluster a says, and what it takes of cluster b, quarter by quarter (docs/PROTOCOL.md, P-36 to P-43).</summary>
[TestClass]
public sealed class UpperLevelSpeechTests
{
    private const int Slot = 2000;
    private const long Gate = ((long)Slot * 900 * 1000) - 60_000;
    private readonly List<string> _said = [];
    private readonly UpperLevelTrader _trader;

    public UpperLevelSpeechTests()
    {
        _trader = new UpperLevelTrader("a", 900, 60, (topic, payload) => _said.Add(topic["prosumeter/v1/a/market/upper-".Length..] + " " + Encoding.UTF8.GetString(payload)));
        _trader.Step(Gate - 1000);
    }

    [TestMethod]
    [TestCategory("P-39")]
    public void AnOfferOfNothingIsNotSaid()
    {
        _trader.Offer(Slot, new ClusterOffer("a", default, []));
        Assert.IsEmpty(_said);
        _trader.Offer(Slot + 1, OfferText.Offers("a 1@0.1", "")[0]);
        _trader.Offer(Slot + 1, OfferText.Offers("a 2@0.1", "")[0]);
        Assert.HasCount(1, _said);
    }

    [TestMethod]
    [TestCategory("P-39")]
    public void OnlyTheFirstOfferOfAClusterIsTaken()
    {
        Assert.AreEqual(RefusalReason.Taken, HearOffer(0, Purchases(1)));
        Assert.AreEqual(RefusalReason.Repeated, HearOffer(1, Purchases(2)));
        _trader.Step(Gate + 15_000);
        Assert.AreEqual(RefusalReason.GateClosed, Hear("upper-offer", Offer("c", Purchases(1)), 15, "c"));
    }

    [TestMethod]
    [TestCategory("P-39")]
    [DataRow(16, RefusalReason.Taken)]
    [DataRow(17, RefusalReason.OutOfRange)]
    public void AnOfferHasUpToSixteenCaps(int caps, RefusalReason reason) => Assert.AreEqual(reason, HearOffer(0, Purchases(caps)));

    [TestMethod]
    [TestCategory("P-39")]
    public void CapsStandHighestFirst() => Assert.AreEqual(RefusalReason.OutOfRange, HearOffer(0, string.Join(',', Purchases(2).Split(',').Chunk(2).Reverse().Select(pair => string.Join(',', pair)))));

    [TestMethod]
    [TestCategory("P-37")]
    [DataRow(1, 0, RefusalReason.Taken)]
    [DataRow(0, 7, RefusalReason.OutOfRange)]
    [DataRow(1, -1, RefusalReason.OutOfRange)]
    [DataRow(1, 2_000_000_000, RefusalReason.Taken)]
    [DataRow(1, 2_000_000_001, RefusalReason.OutOfRange)]
    [DataRow(1_000_000_000_000_000, 1_000_000, RefusalReason.Taken)]
    [DataRow(1_000_000_000_000_000, 1_000_001, RefusalReason.OutOfRange)]
    public void EnergiesPricesAndAmountsAreBounded(long energy, int price, RefusalReason reason) => Assert.AreEqual(reason, Hear("upper-sale", Trade("b", "a", energy, price), 0));

    [TestMethod]
    [TestCategory("P-37")]
    [DataRow(4096, RefusalReason.Taken)]
    [DataRow(4097, RefusalReason.TooLong)]
    public void AMessageHasAtMost4096Bytes(int length, RefusalReason reason) => Assert.AreEqual(reason, Hear("upper-sale", Trade("b", "a", 1, 1).PadRight(length), 0));

    [TestMethod]
    [TestCategory("P-38")]
    [DataRow(60, RefusalReason.Taken)]
    [DataRow(59, RefusalReason.OutOfRange)]
    public void AnotherGateIsRefused(int gate, RefusalReason reason) =>
        Assert.AreEqual(reason, Hear("upper-offer", Offer("b", Purchases(1)).Replace("\"gateSeconds\":60", $"\"gateSeconds\":{gate}", StringComparison.Ordinal), 0));

    /// <summary>It wants 2 kWh, one at up to 0.2 and one at up to 0.15.</summary>
    [TestMethod]
    [TestCategory("P-41")]
    public void ABuyerTakesTheCheapestFirstAndNothingAboveItsCaps()
    {
        _trader.Offer(Slot, OfferText.Offers("", "a 1@0.2 1@0.15")[0]);
        _trader.Step(Gate + 15_000);
        Hear("upper-sale", Trade("b", "a", 1_000_000, 180_000), 16);
        Hear("upper-sale", Trade("c", "a", 700_000, 140_000), 16, "c");
        Hear("upper-sale", Trade("d", "a", 700_000, 210_000), 16, "d");
        _said.Clear();
        _trader.Step(Gate + 30_000);
        CollectionAssert.AreEqual(new[] { "purchase " + Trade("b", "a", 300_000, 180_000), "purchase " + Trade("c", "a", 700_000, 140_000) }, _said.Order().ToArray());
    }

    [TestMethod]
    [TestCategory("P-42")]
    public void APurchaseIsSaidEachQuarterUntilItsReceipt()
    {
        _trader.Offer(Slot, OfferText.Offers("", "a 1@0.2")[0]);
        _trader.Step(Gate + 15_000);
        Hear("upper-sale", Trade("b", "a", 1_000_000, 180_000), 16);
        List<int> seconds = [];
        for (int second = 17; second < 120; second++)
        {
            if (second == 80)
            {
                Assert.AreEqual(RefusalReason.Taken, Hear("upper-receipt", Trade("b", "a", 1_000_000, 180_000), second));
            }

            _said.Clear();
            _trader.Step(Gate + (second * 1000));
            seconds.AddRange(_said.Select(_ => second));
        }

        CollectionAssert.AreEqual(new[] { 30, 45, 60, 75 }, seconds);
    }

    /// <summary>It sells 1 kWh; b wants it and takes a part.</summary>
    [TestMethod]
    [TestCategory("P-42")]
    [TestCategory("P-43")]
    public void ASellerAnswersAPurchaseWithinItsSaleAndEachRepeat()
    {
        int booked = 0;
        _trader.Traded += (_, _) => booked++;
        _trader.Offer(Slot, OfferText.Offers("a 1@0.1", "")[0]);
        HearOffer(0, Purchases(1));
        _trader.Step(Gate + 15_000);
        _said.Clear();
        Assert.AreEqual(RefusalReason.NoBid, Hear("upper-purchase", Trade("a", "b", 1_000_001, 100_000), 31));
        Assert.AreEqual(RefusalReason.NoBid, Hear("upper-purchase", Trade("a", "b", 600_000, 99_999), 31));
        Assert.IsEmpty(_said);
        Assert.AreEqual(RefusalReason.Taken, Hear("upper-purchase", Trade("a", "b", 600_000, 100_000), 31));
        Assert.AreEqual(RefusalReason.Repeated, Hear("upper-purchase", Trade("a", "b", 600_000, 100_000), 46));
        CollectionAssert.AreEqual(Enumerable.Repeat("receipt " + Trade("a", "b", 600_000, 100_000), 2).ToArray(), _said);
        Assert.AreEqual(1, booked);
    }

    private static string Trade(string seller, string buyer, long energy, int price) =>
        $"{{\"version\":1,\"slot\":{Slot},\"seller\":\"{seller}\",\"buyer\":\"{buyer}\",\"energyMilliwattHours\":{energy},\"priceMicrosPerKilowattHour\":{price}}}";

    private static string Offer(string cluster, string purchases) =>
        $"{{\"version\":1,\"slot\":{Slot},\"slotSeconds\":900,\"gateSeconds\":60,\"cluster\":\"{cluster}\",\"sale\":{{\"energyMilliwattHours\":0,\"priceMicrosPerKilowattHour\":0}},\"purchases\":[{purchases}]}}";

    // So many caps from 0.2 down, 2 kWh at each.
    private static string Purchases(int caps) =>
        string.Join(',', Enumerable.Range(0, caps).Select(cap => $"{{\"energyMilliwattHours\":2000000,\"priceMicrosPerKilowattHour\":{200_000 - cap}}}"));

    private RefusalReason HearOffer(int second, string purchases) => Hear("upper-offer", Offer("b", purchases), second);

    private RefusalReason Hear(string verb, string text, int second, string cluster = "b") =>
        _trader.Take(new MqttMessage($"prosumeter/v1/{cluster}/market/{verb}", Encoding.UTF8.GetBytes(text), 1, false, false), Gate + (second * 1000));
}
