// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Workloads.Clearing;

/// <summary>Offers of a slot as they might arrive: meters in no order, prices to the micro-unit between cost and retail, reputations that differ.</summary>
internal static class RandomOffers
{
    private const int Seed = 20180807;
    private const int LowestPriceMicros = 80_000;
    private const int HighestPriceMicros = 320_000;
    private const int HighestEnergyMilliwattHours = 2_000_000;

    /// <summary>A number of offers, sales and purchases in turn; the same number gives the same offers.</summary>
    public static (TradeSide Side, Order Order)[] Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        Random random = new(Seed);
        int[] meters = new int[count];
        for (int index = 0; index < count; index++)
        {
            meters[index] = index + 1;
        }

        random.Shuffle(meters);
        return Array.ConvertAll(meters, meter => (meter % 2 == 0 ? TradeSide.Sell : TradeSide.Buy, OrderOf(meter, random)));
    }

    /// <summary>Puts offers into a book, as they arrived.</summary>
    public static void Fill(OrderBook book, (TradeSide Side, Order Order)[] offers)
    {
        foreach ((TradeSide side, Order order) in offers)
        {
            book.Add(side, order);
        }
    }

    private static Order OrderOf(int meter, Random random) => new(
        meter,
        random.Next(1, HighestEnergyMilliwattHours + 1),
        random.Next(LowestPriceMicros, HighestPriceMicros + 1),
        random.Next(500, 1501));
}
