// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Elecbay;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class PlatformTests
{
    private const long Kilowatthour = 1_000_000;
    private static readonly SettlementTerms s_terms = new(300_000, 20);
    private readonly Platform _platform = new();

    [TestMethod]
    public void BrowsingShowsWhatIsLeftCheapestFirst()
    {
        _platform.List(new Listing(1, 10, 5, 2 * Kilowatthour, 150_000));
        _platform.List(new Listing(2, 11, 5, Kilowatthour, 120_000));
        _platform.List(new Listing(3, 12, 6, Kilowatthour, 100_000));
        _platform.Place(1, 1, 20, 1_500_000);
        Assert.AreEqual("2:1000000 1:500000", string.Join(' ', _platform.Browse(5).Select(l => $"{l.Id}:{l.EnergyMilliwattHours}")));
    }

    [TestMethod]
    public void AcceptanceNeedsAllThree()
    {
        Ordered();
        Assert.AreEqual(Outcome.Done, _platform.Accept(7, Party.Market));
        Assert.AreEqual(Outcome.Repeated, _platform.Accept(7, Party.Market));
        Assert.AreEqual(Outcome.Done, _platform.Accept(7, Party.Supplier));
        Assert.AreEqual(OrderState.Ordered, _platform.Find(7)!.State);
        Assert.AreEqual(Outcome.WrongState, _platform.Meter(7, 1, 1));
        Assert.AreEqual(Outcome.Done, _platform.Accept(7, Party.Network));
        Assert.AreEqual(OrderState.Accepted, _platform.Find(7)!.State);
    }

    [TestMethod]
    public void RejectionIsFinalAndGivesTheEnergyBack()
    {
        Ordered();
        Assert.AreEqual(Outcome.Done, _platform.Reject(7, Party.Network, "thermal: line to bus 2"));
        Assert.AreEqual(Outcome.Repeated, _platform.Reject(7, Party.Network, "thermal: line to bus 2"));
        Assert.AreEqual(Outcome.WrongState, _platform.Accept(7, Party.Market));
        Assert.AreEqual(Outcome.WrongState, _platform.Settle(7, s_terms, out _));
        Assert.AreEqual(2 * Kilowatthour, _platform.RemainingMilliwattHours(1));
        StringAssert.Contains(_platform.Find(7)!.Rejection, "thermal");
    }

    [TestMethod]
    public void WhatCannotBeIsRefused()
    {
        _platform.List(new Listing(1, 10, 5, Kilowatthour, 150_000));
        Assert.AreEqual(Outcome.OutOfRange, _platform.List(new Listing(2, 10, 5, 0, 1)));
        Assert.AreEqual(Outcome.OutOfRange, _platform.List(new Listing(2, 10, 5, 1, -1)));
        Assert.AreEqual(Outcome.Repeated, _platform.List(new Listing(1, 10, 5, Kilowatthour, 150_000)));
        Assert.AreEqual(Outcome.IdentifierInUse, _platform.List(new Listing(1, 10, 5, Kilowatthour, 150_001)));
        Assert.AreEqual(Outcome.Unknown, _platform.Place(1, 99, 20, 1));
        Assert.AreEqual(Outcome.OutOfRange, _platform.Place(1, 1, 10, 1));
        Assert.AreEqual(Outcome.OutOfRange, _platform.Place(1, 1, 20, 0));
        Assert.AreEqual(Outcome.NotEnoughLeft, _platform.Place(1, 1, 20, Kilowatthour + 1));
        Assert.AreEqual(Outcome.Done, _platform.Place(1, 1, 20, Kilowatthour));
        Assert.AreEqual(Outcome.Repeated, _platform.Place(1, 1, 20, Kilowatthour));
        Assert.AreEqual(Outcome.IdentifierInUse, _platform.Place(1, 1, 21, Kilowatthour));
        Assert.AreEqual(Outcome.Unknown, _platform.Accept(2, Party.Market));
        Assert.AreEqual(Outcome.OutOfRange, _platform.Meter(1, -1, 0));
    }

    [TestMethod]
    [DataRow(1_000_000, 1_000_000, -150_000, 147_000, 3_000, 0, DisplayName = "as promised")]
    [DataRow(1_200_000, 1_300_000, -150_000, 147_000, 3_000, 0, DisplayName = "more than promised changes nothing")]
    [DataRow(600_000, 1_000_000, -90_000, 88_200 - 120_000, 1_800, 120_000, DisplayName = "seller short by 0.4 kWh")]
    [DataRow(1_000_000, 0, -300_000, 0, 0, 300_000, DisplayName = "buyer took nothing")]
    [DataRow(0, 0, -300_000, -300_000, 0, 600_000, DisplayName = "neither kept the promise")]
    public void SettlementPaysWhatWasMetered(long generated, long consumed, long buyer, long seller, long platform, long supplier)
    {
        Ordered();
        AcceptAll(7);
        Assert.AreEqual(Outcome.Done, _platform.Meter(7, generated, consumed));
        Assert.AreEqual(Outcome.Done, _platform.Settle(7, s_terms, out IReadOnlyList<LedgerEntry> entries));
        Assert.AreEqual(buyer, Balance(entries, 20));
        Assert.AreEqual(seller, Balance(entries, 10));
        Assert.AreEqual(platform, Balance(entries, Platform.PlatformAccount));
        Assert.AreEqual(supplier, Balance(entries, Platform.SupplierAccount));
        Assert.AreEqual(0, entries.Sum(e => e.AmountMicros));
        Assert.AreEqual(0, entries.Sum(e => e.EnergyMilliwattHours));
        Assert.AreEqual(Outcome.Repeated, _platform.Settle(7, s_terms, out entries));
        Assert.AreEqual(0, entries.Count);
    }

    [TestMethod]
    public void RandomMessagesNeverOversellNorSettleUnmetered()
    {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++)
        {
            long order = random.Next(200);
            switch (random.Next(6))
            {
                case 0: _platform.List(new Listing(random.Next(20), random.Next(5), 1, random.Next(1, 1000), random.Next(1000))); break;
                case 1: _platform.Place(order, random.Next(20), random.Next(9), random.Next(1, 400)); break;
                case 2: _platform.Accept(order, (Party)(1 << random.Next(3))); break;
                case 3: _platform.Reject(order, Party.Supplier, random.Next(40) == 0 ? "credit" : "contract"); break;
                case 4: _platform.Meter(order, random.Next(400), random.Next(400)); break;
                default:
                    OrderState? before = _platform.Find(order)?.State;
                    Outcome outcome = _platform.Settle(order, s_terms, out IReadOnlyList<LedgerEntry> entries);
                    Assert.AreEqual(before == OrderState.Metered, outcome == Outcome.Done);
                    Assert.AreEqual(0, entries.Sum(e => e.AmountMicros));
                    break;
            }

            Assert.IsTrue(_platform.RemainingMilliwattHours(random.Next(20)) >= 0);
        }

        Assert.IsTrue(_platform.Orders.Count(o => o.State == OrderState.Settled) > 5);
    }

    [TestMethod]
    public void NetworkOperatorNamesTheConstraint()
    {
        var feeder = new RadialFeeder([new FeederLine(0, 1, 0.05, 0.02, 30_000), new FeederLine(1, 2, 0.1, 0.02, 5_000)]);
        var check = new NetworkCheck(feeder, new Dictionary<int, int> { [10] = 1, [20] = 2 }, 1800);
        Ordered();
        Assert.IsNull(check.Decide(_platform.Find(7)!, [], [0, 1000, 2000]));
        Assert.AreEqual("thermal: line to bus 2 would carry 6.0 kW, limit 5.0 kW", check.Decide(_platform.Find(7)!, [], [0, 1000, 4000])?.ToString());
        _platform.Place(8, 1, 20, Kilowatthour);
        Assert.IsNotNull(check.Decide(_platform.Find(8)!, [_platform.Find(7)!], [0, 1000, 2000]));
    }

    [TestMethod]
    public void SupplierWantsAContractAndCredit()
    {
        Ordered();
        EnergyOrder order = _platform.Find(7)!;
        Assert.IsNull(new SupplierCheck(new Dictionary<int, long> { [10] = 0, [20] = 150_000 }).Decide(order));
        StringAssert.Contains(new SupplierCheck(new Dictionary<int, long> { [10] = 0, [20] = 149_999 }).Decide(order), "credit of 149999");
        StringAssert.Contains(new SupplierCheck(new Dictionary<int, long> { [20] = 150_000 }).Decide(order), "meter 10");
    }

    private static long Balance(IEnumerable<LedgerEntry> entries, int account) => entries.Where(e => e.Account == account).Sum(e => e.AmountMicros);

    private void Ordered()
    {
        _platform.List(new Listing(1, 10, 5, 2 * Kilowatthour, 150_000));
        _platform.Place(7, 1, 20, Kilowatthour);
    }

    private void AcceptAll(long order)
    {
        _platform.Accept(order, Party.Market);
        _platform.Accept(order, Party.Network);
        _platform.Accept(order, Party.Supplier);
    }
}
