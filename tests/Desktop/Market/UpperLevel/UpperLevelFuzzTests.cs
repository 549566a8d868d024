// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>Whatever other clusters say, an aggregator goes on, sells no more than it offers and buys no more than it wants.</summary>
[TestClass]
public sealed class UpperLevelFuzzTests
{
    private const int Slot = 2000;
    private const long Gate = ((long)Slot * 900 * 1000) - 60_000;
    private static readonly string[] s_verbs = ["upper-offer", "upper-sale", "upper-purchase", "upper-receipt", "upper-none"];
    private static readonly string[] s_clusters = ["a", "b", "c"];

    [TestMethod]
    public void AnyBytesAreRefusedOrTaken() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.Elements(s_verbs).ToArbitrary(), ArbMap.Default.ArbFor<byte[]>(), (verb, payload) =>
            StaysWithinItsOffer(trader => trader.Take(Message("b", verb, payload ?? []), Gate + 1))));

    [TestMethod]
    [TestCategory("P-41")]
    public void AnyMessagesKeepItWithinItsOffer()
    {
        Gen<Action<UpperLevelTrader>> trade =
            from verb in Gen.Elements("upper-sale", "upper-purchase", "upper-receipt")
            from speaker in Gen.Elements(s_clusters)
            from seller in Gen.Elements(s_clusters)
            from buyer in Gen.Elements(s_clusters)
            from slot in Gen.Frequency((4, Gen.Constant(Slot)), (1, Gen.Elements(Slot - 200, Slot - 1, Slot + 1, int.MaxValue, -1)))
            from energy in Gen.Elements(0L, 1, 1_000_000, 2_000_000, 1_000_000_000_000_000, long.MaxValue)
            from price in Gen.Frequency((3, Gen.Elements(100_000, 180_000)), (1, Gen.Elements(-1, 0, 2_000_000_000)))
            select (Action<UpperLevelTrader>)(trader => trader.Take(Message(speaker, verb, Text(slot, seller, buyer, energy, price)), Gate + 1));
        Gen<Action<UpperLevelTrader>> time = Gen.Choose(0, 100).Select(second => (Action<UpperLevelTrader>)(trader => trader.Step(Gate + (second * 1000L))));
        Gen<Action<UpperLevelTrader>[]> story = Gen.OneOf(trade, trade, trade, time).ArrayOf();

        int traded = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(story.ToArbitrary(), steps => StaysWithinItsOffer(trader =>
        {
            trader.Traded += (_, _) => traded++;
            Array.ForEach(steps, step => step(trader));
        })));

        Assert.IsGreaterThan(10, traded, "some stories trade");
    }

    // It sells 2 kWh at 0.18 and wants 1 kWh at up to 0.1; b wants the 2 kWh.
    private static bool StaysWithinItsOffer(Action<UpperLevelTrader> act)
    {
        ClusterOffer own = OfferText.Offers("a 2@0.18", "a 1@0.1")[0];
        UpperLevelTrader trader = new("a", 900, 60, (_, _) => { });
        long sold = 0, bought = 0;
        trader.Traded += (slot, trade) =>
        {
            sold += slot == Slot && trade.Seller == "a" ? trade.EnergyMilliwattHours : 0;
            bought += slot == Slot && trade.Buyer == "a" ? trade.EnergyMilliwattHours : 0;
        };
        trader.Step(Gate);
        trader.Offer(Slot, own);
        string demand = "{\"version\":1,\"slot\":2000,\"slotSeconds\":900,\"gateSeconds\":60,\"cluster\":\"b\",\"sale\":{\"energyMilliwattHours\":0,\"priceMicrosPerKilowattHour\":0},"
            + "\"purchases\":[{\"energyMilliwattHours\":2000000,\"priceMicrosPerKilowattHour\":200000}]}";
        trader.Take(Message("b", "upper-offer", Encoding.UTF8.GetBytes(demand)), Gate + 1);
        act(trader);
        new long[] { 15, 30, 45, 90 }.ToList().ForEach(second => trader.Step(Gate + (second * 1000)));
        return sold <= own.Sale.EnergyMilliwattHours && bought <= own.Purchases[0].EnergyMilliwattHours;
    }

    private static MqttMessage Message(string cluster, string verb, byte[] payload) => new($"prosumeter/v1/{cluster}/market/{verb}", payload, 1, false, false);

    private static byte[] Text(int slot, string seller, string buyer, long energy, int price) => Encoding.UTF8.GetBytes(
        $"{{\"version\":1,\"slot\":{slot},\"seller\":\"{seller}\",\"buyer\":\"{buyer}\",\"energyMilliwattHours\":{energy},\"priceMicrosPerKilowattHour\":{price}}}");
}
