// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Serves the buyers of a slot one by one or together (A15).</summary>
internal sealed class BuyerQueue(Reading reading, ulong seed, LocalMarket market, double[] net, Turn[] turns, double[] consumerKwh)
{
    private readonly int[] _queue = reading.BuyerOrder == BuyerOrder.ProRata ? [] : new int[net.Length + consumerKwh.Length];

    /// <summary>Whether consumers must be told apart, which takes a number each.</summary>
    public static bool NeedsConsumers(Reading reading) =>
        reading.BuyerOrder == BuyerOrder.Random || (reading.BuyerOrder == BuyerOrder.Index && reading.AskRise == AskRise.EachTransaction);

    /// <summary>Everybody buys.</summary>
    /// <param name="day">Day number.</param>
    /// <param name="slot">Slot of the day.</param>
    /// <param name="sums">What the buyers want together.</param>
    /// <param name="price">The operator's price.</param>
    /// <param name="deficitPrice">What <c>net</c> of a friendly prosumer with a deficit must be multiplied with to be his money.</param>
    /// <returns>What the consumers pay.</returns>
    public double Serve(int day, int slot, in SlotSums sums, double price, out double deficitPrice)
    {
        bool prosumersBuy = sums.DeficitKwh > 0 && reading.DeficitSupply == DeficitSupply.LocalMarket;
        bool together = reading.BuyerOrder == BuyerOrder.ProRata || (!prosumersBuy && reading.AskRise != AskRise.EachTransaction);
        if (together)
        {
            double wanted = sums.ConsumerKwh + (prosumersBuy ? sums.DeficitKwh : 0);
            double average = wanted > 0 ? market.Buy(wanted) / wanted : price;
            deficitPrice = prosumersBuy ? average : price;
            return average * sums.ConsumerKwh;
        }

        deficitPrice = prosumersBuy ? 1 : price;
        return ServeInTurn(day, slot, sums, prosumersBuy ? QueueProsumers() : 0);
    }

    private double ServeInTurn(int day, int slot, in SlotSums sums, int buyers)
    {
        if (!NeedsConsumers(reading))
        {
            Serve(_queue.AsSpan(0, buyers));
            return market.Buy(sums.ConsumerKwh);
        }

        for (int i = 0; i < consumerKwh.Length; i++)
        {
            _queue[buyers++] = net.Length + i;
        }

        if (reading.BuyerOrder == BuyerOrder.Random)
        {
            Shuffle(_queue.AsSpan(0, buyers), CounterRandom.Key(seed, RandomStream.BuyerOrder, day, slot));
        }

        return Serve(_queue.AsSpan(0, buyers));
    }

    private int QueueProsumers()
    {
        int buyers = 0;
        for (int i = 0; i < net.Length; i++)
        {
            if (net[i] < 0 && turns[i] == Turn.Friendly)
            {
                _queue[buyers++] = i;
            }
        }

        return buyers;
    }

    private double Serve(ReadOnlySpan<int> queue)
    {
        double consumerCost = 0;
        foreach (int agent in queue)
        {
            if (agent < net.Length)
            {
                net[agent] = -market.Buy(-net[agent]);
            }
            else
            {
                consumerCost += market.Buy(consumerKwh[agent - net.Length]);
            }
        }

        return consumerCost;
    }

    private static void Shuffle(Span<int> queue, ulong key)
    {
        for (int i = queue.Length - 1; i > 0; i--)
        {
            int j = CounterRandom.Below(CounterRandom.Draw(key, i), i + 1);
            (queue[i], queue[j]) = (queue[j], queue[i]);
        }
    }
}
