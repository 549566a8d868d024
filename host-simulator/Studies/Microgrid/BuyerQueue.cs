// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Serves the buyers of a slot group by group or together (A15).</summary>
internal sealed class BuyerQueue
{
    private readonly Reading _reading;
    private readonly ulong _seed;
    private readonly LocalMarket _market;
    private readonly double[] _net;
    private readonly Turn[] _turns;
    private readonly BuyerGroups _prosumers;
    private readonly BuyerGroups _consumers;
    private readonly double[] _consumerKwh;
    private readonly int[] _queue;

    public BuyerQueue(Reading reading, ulong seed, LocalMarket market, double[] net, Turn[] turns, IHomes homes)
    {
        (_reading, _seed, _market, _net, _turns) = (reading, seed, market, net, turns);
        bool single = reading.BuyerOrder == BuyerOrder.Index || reading.AskRise == AskRise.EachTransaction;
        _prosumers = new BuyerGroups(homes.Prosumers, single);
        _consumers = new BuyerGroups(homes.Consumers, single);
        _consumerKwh = NeedsConsumers(reading) ? new double[_consumers.Count] : [];
        _queue = reading.BuyerOrder == BuyerOrder.ProRata ? [] : new int[_prosumers.Count + _consumerKwh.Length];
    }

    /// <summary>Notes the demand of the consumers from number <paramref name="first"/> on, the start of a stretch.</summary>
    public void TakeConsumers(int first, ReadOnlySpan<double> demand)
    {
        for (int start = 0; _consumerKwh.Length > 0 && start < demand.Length; start += _consumers.Size)
        {
            ReadOnlySpan<double> group = demand.Slice(start, Math.Min(_consumers.Size, demand.Length - start));
            _consumerKwh[(first + start) / _consumers.Size] = group.Length == 1 ? group[0] : Vectors.Sum(group);
        }
    }

    /// <summary>Everybody buys.</summary>
    /// <param name="day">Day number.</param>
    /// <param name="slot">Slot of the day.</param>
    /// <param name="sums">What the buyers want together.</param>
    /// <param name="price">The operator's price.</param>
    /// <param name="deficitPrice">What <c>net</c> of a friendly prosumer with a deficit must be multiplied with to be his money.</param>
    /// <returns>What the consumers pay.</returns>
    public double Serve(int day, int slot, in SlotSums sums, double price, out double deficitPrice)
    {
        bool prosumersBuy = sums.DeficitKwh > 0 && _reading.DeficitSupply == DeficitSupply.LocalMarket;
        bool together = _reading.BuyerOrder == BuyerOrder.ProRata || (!prosumersBuy && _reading.AskRise != AskRise.EachTransaction);
        if (together)
        {
            double wanted = sums.ConsumerKwh + (prosumersBuy ? sums.DeficitKwh : 0);
            double average = wanted > 0 ? _market.Buy(wanted) / wanted : price;
            deficitPrice = prosumersBuy ? average : price;
            return average * sums.ConsumerKwh;
        }

        deficitPrice = prosumersBuy ? 1 : price;
        return ServeInTurn(day, slot, sums, prosumersBuy ? QueueProsumers() : 0);
    }

    // Consumers must be told apart only where it matters who of them comes first.
    private static bool NeedsConsumers(Reading reading) =>
        reading.BuyerOrder == BuyerOrder.Random || (reading.BuyerOrder == BuyerOrder.Index && reading.AskRise == AskRise.EachTransaction);

    private double ServeInTurn(int day, int slot, in SlotSums sums, int buyers)
    {
        if (_consumerKwh.Length == 0)
        {
            Serve(_queue.AsSpan(0, buyers));
            return _market.Buy(sums.ConsumerKwh);
        }

        for (int i = 0; i < _consumerKwh.Length; i++)
        {
            _queue[buyers++] = _prosumers.Count + i;
        }

        if (_reading.BuyerOrder == BuyerOrder.Random)
        {
            Shuffle(_queue.AsSpan(0, buyers), CounterRandom.Key(_seed, RandomStream.BuyerOrder, day, slot));
        }

        return Serve(_queue.AsSpan(0, buyers));
    }

    private int QueueProsumers()
    {
        int buyers = 0;
        for (int i = 0; i < _prosumers.Count; i++)
        {
            if (DeficitKwh(i) > 0)
            {
                _queue[buyers++] = i;
            }
        }

        return buyers;
    }

    private double Serve(ReadOnlySpan<int> queue)
    {
        double consumerCost = 0;
        foreach (int group in queue)
        {
            if (group < _prosumers.Count)
            {
                Share(group);
            }
            else
            {
                consumerCost += _market.Buy(_consumerKwh[group - _prosumers.Count]);
            }
        }

        return consumerCost;
    }

    private double DeficitKwh(int group)
    {
        double sum = 0;
        for (int i = _prosumers.First(group); i < _prosumers.End(group); i++)
        {
            sum -= IsShort(i) ? _net[i] : 0;
        }

        return sum;
    }

    // A group buys at once; what it pays is shared by kWh.
    private void Share(int group)
    {
        double wanted = DeficitKwh(group);
        double cost = _market.Buy(wanted);
        for (int i = _prosumers.First(group); i < _prosumers.End(group); i++)
        {
            if (IsShort(i))
            {
                _net[i] = _net[i] == -wanted ? -cost : _net[i] * (cost / wanted);
            }
        }
    }

    private bool IsShort(int prosumer) => _net[prosumer] < 0 && _turns[prosumer] == Turn.Friendly;

    private static void Shuffle(Span<int> queue, ulong key)
    {
        for (int i = queue.Length - 1; i > 0; i--)
        {
            int j = CounterRandom.Below(CounterRandom.Draw(key, i), i + 1);
            (queue[i], queue[j]) = (queue[j], queue[i]);
        }
    }
}
