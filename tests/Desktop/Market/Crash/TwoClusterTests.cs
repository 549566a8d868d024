// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>What one cluster has left over another one buys in the same slot, and both books say the same, whenever one of them is killed.</summary>
[TestClass]
public sealed class TwoClusterTests
{
    [TestMethod]
    public void WhatIsLeftOverIsTradedSharedAndSettled()
    {
        using TwoClusterStory story = new(crashAt: 0);
        story.Run();

        Award sold = story.Awards(TwoClusterStory.Seller)[0], bought = story.Awards(TwoClusterStory.Buyer)[0];
        Assert.AreEqual((300_000, 36_000L), (sold.EnergyMilliwattHours, sold.AmountMicros), "0.3 kWh at the seller's 0.12");
        Assert.AreEqual((300_000, 36_000L), (bought.EnergyMilliwattHours, bought.AmountMicros));
        Settlement paid = story.Settlements(TwoClusterStory.Buyer)[^1], received = story.Settlements(TwoClusterStory.Seller)[^1];
        Assert.AreEqual((300_000, 0, -36_000L), (paid.DeliveredMilliwattHours, paid.ShortfallMilliwattHours, paid.AmountMicros));
        Assert.AreEqual((300_000, 0, 36_000L), (received.DeliveredMilliwattHours, received.ShortfallMilliwattHours, received.AmountMicros));
        CheckBooks(story, act: 0);
    }

    [TestMethod]
    [TestCategory("P-43")]
    [TestCategory("P-45")]
    public void BothBooksSayTheSameWheneverOneIsKilled()
    {
        using TwoClusterStory whole = new(crashAt: 0);
        whole.Run();
        for (int act = 1; act <= whole.Acts; act++)
        {
            using TwoClusterStory story = new(act);
            story.Run();
            Assert.AreEqual(1, story.Kills);
            CheckBooks(story, act);
        }
    }

    private static void CheckBooks(TwoClusterStory story, int act)
    {
        Assert.IsEmpty(LedgerVerifier.Verify(story.North), $"act {act}");
        Assert.IsEmpty(LedgerVerifier.Verify(story.South), $"act {act}");
        (int Slot, long Energy, long Amount)[] north = Trades(story.North, "north", 1), south = Trades(story.South, "south", -1);
        CollectionAssert.AreEqual(north, south, $"act {act}: {string.Join(' ', north)} against {string.Join(' ', south)}");
        Assert.IsNotEmpty(north);
        Assert.AreEqual(
            0,
            story.North.BalanceMicros("north", MarketAccounts.UpperLevelNumber) + story.South.BalanceMicros("south", MarketAccounts.UpperLevelNumber),
            $"act {act}");
        Assert.AreEqual(story.Settlements(TwoClusterStory.Seller)[^1].BalanceMicros, story.North.BalanceMicros("north", TwoClusterStory.Seller), $"act {act}");
    }

    private static (int Slot, long Energy, long Amount)[] Trades(Ledger ledger, string cluster, int sign) => ledger.Rows(cluster)
        .Where(row => row.Entry.Kind == LedgerEntryKind.UpperLevelTrade && row.Entry.Account == OperatorAccount.Number)
        .Select(row => (row.Slot, sign * row.Entry.EnergyMilliwattHours, sign * row.Entry.AmountMicros))
        .ToArray();
}
