// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Prosumeter.Simulator.Studies.Homes;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>
/// The microgrid of Saukh et al.: prosumers, consumers and an operator, slot by slot. Arrays hold one thing of all agents each, homes are
/// handled in stretches, and stretches are added up in their order: the result does not depend on the number of threads.
/// </summary>
public sealed class Network
{
    /// <summary>Homes handled at once. Part of the result: sums are taken stretch by stretch.</summary>
    public const int Stretch = 2048;

    private readonly Reading _reading;
    private readonly int _prosumers;
    private readonly ParallelOptions _parallel;
    private readonly PriceLaw _law;
    private readonly AskBook _book;
    private readonly LocalMarket _market;
    private readonly BuyerQueue _queue;
    private readonly ExtraDemand _extra;
    private readonly HomeGathering _gathering;
    private readonly ProsumerSettlement _settlement;
    private readonly double[] _net;
    private readonly Turn[] _turns;
    private double _demandBefore;

    /// <summary>A network at the base price.</summary>
    /// <param name="homes">Who lives in it.</param>
    /// <param name="reading">The rules.</param>
    /// <param name="seed">Seed of everything that is not the homes' own: order of buyers, detection, jitter.</param>
    /// <param name="threads">Threads to use; the result is the same for any number.</param>
    /// <param name="keepDetail">Whether to keep what every agent did in the last slot.</param>
    public Network(IHomes homes, Reading reading, ulong seed, int threads = 1, bool keepDetail = false)
    {
        ReadingRules.Check(reading);
        _reading = reading;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _prosumers = homes.Prosumers;
        _net = new double[Vectors.RoundUp(homes.Prosumers)];
        _turns = new Turn[_net.Length];
        _book = new AskBook(homes.Prosumers, reading.BasePrice);
        ReferenceKwh = reading.ReferenceFraction * homes.ExpectedPeakKwh;
        _law = new PriceLaw(reading, ReferenceKwh);
        _demandBefore = ReferenceKwh;
        Detail = keepDetail ? new SlotDetail(homes.Prosumers, homes.Consumers) : null;
        _extra = new ExtraDemand(reading.JitterSlots, seed, Stretches(homes.Prosumers));
        double[] responseKwh = reading.ResponsePayment > 0 ? new double[_net.Length] : [];
        _market = new LocalMarket(reading, _book, _net, _turns, Detail);
        _queue = new BuyerQueue(reading, seed, _market, _net, _turns, homes);
        _gathering = new HomeGathering(homes, reading, seed, _extra, _net, _turns, _queue, responseKwh, Detail);
        _settlement = new ProsumerSettlement(reading, homes.Prosumers, _net, _turns, responseKwh, Detail);
    }

    /// <summary>Demand below which the price does not fall, kWh of a slot.</summary>
    public double ReferenceKwh { get; }

    /// <summary>What every prosumer earned less what he spent in the slot just settled; valid while an observer is called.</summary>
    public ReadOnlySpan<double> Profits => _net.AsSpan(0, _prosumers);

    /// <summary>What every prosumer did in the slot just settled; valid while an observer is called.</summary>
    public ReadOnlySpan<Turn> Turns => _turns.AsSpan(0, _prosumers);

    /// <summary>Asks of the prosumers, money per kWh.</summary>
    public ReadOnlySpan<double> Asks => _book.Asks;

    /// <summary>What every agent did in the last slot, when it is kept.</summary>
    public SlotDetail? Detail { get; }

    /// <summary>Runs whole days.</summary>
    public void Run(int firstDay, int days, IPolicy policy, ISlotObserver? observer = null)
    {
        for (int day = firstDay; day < firstDay + days; day++)
        {
            for (int slot = 0; slot < _reading.SlotsPerDay; slot++)
            {
                Step(day, slot, policy, observer);
            }
        }
    }

    private void Step(int day, int slot, IPolicy policy, ISlotObserver? observer)
    {
        if (slot == 0 && _reading.AskReset)
        {
            _book.Reset(_reading.BasePrice);
        }

        SlotSums sums = Gather(day, slot, policy);
        double demand = sums.Measured(_reading.DemandMeasure, _extra.Take());
        double price = Price(demand, slot == 0);
        if (Detail != null)
        {
            Detail.Start(_book.Asks);
        }

        double consumerCost = Trade(day, slot, sums, price, out double deficitPrice);
        SettlementSums settled = Settle(slot, price, deficitPrice, policy);
        observer?.Settled(Outcome(day, slot, demand, price, consumerCost, sums, settled), this);
        MoveAsks(price);
    }

    private SlotSums Gather(int day, int slot, IPolicy policy)
    {
        _gathering.Start(day, slot, policy);
        ForEach(_gathering.Stretches, _gathering.Handle);
        return _gathering.Total();
    }

    private double Price(double demand, bool startsDay)
    {
        double priced = _reading.PriceTiming == PriceTiming.SameSlot ? demand : _demandBefore;
        _demandBefore = demand;
        return _law.Next(priced, startsDay);
    }

    private double Trade(int day, int slot, in SlotSums sums, double price, out double deficitPrice)
    {
        _market.Open(price, hasOffers: sums.SurplusKwh > 0);
        if (sums.SurplusKwh == 0)
        {
            deficitPrice = price;
            return sums.ConsumerKwh * price;
        }

        double consumerCost = _queue.Serve(day, slot, sums, price, out deficitPrice);
        _market.Close();
        return consumerCost;
    }

    private SettlementSums Settle(int slot, double price, double deficitPrice, IPolicy policy)
    {
        _settlement.Start(slot, price, deficitPrice, policy);
        ForEach(_settlement.Stretches, _settlement.Handle);
        return _settlement.Total();
    }

    private SlotOutcome Outcome(int day, int slot, double demand, double price, double consumerCost, in SlotSums sums, in SettlementSums settled) => new()
    {
        Day = day,
        Slot = slot,
        DemandKwh = demand,
        Price = price,
        Synchronized = sums.Synchronizers,
        ConsumerCost = consumerCost,
        Revenue = _market.Revenue,
        ProsumerCost = settled.Cost,
        ResponsePayments = settled.ResponsePayments,
        AvoidedCost = sums.AvoidedKwh * price,
        TradedKwh = _market.TradedKwh,
        OperatorKwh = sums.ConsumerKwh + sums.DeficitKwh - _market.TradedKwh,
    };

    private void MoveAsks(double price)
    {
        if (_reading.AskCap)
        {
            _book.Cap(price);
        }

        if (_market.HasMoved || _reading.AskCap)
        {
            // The slot is settled: the room of the profits serves to sort, which saves four bytes a prosumer.
            _book.Restore(_turns, MemoryMarshal.Cast<double, int>(_net.AsSpan()));
        }
    }

    private void ForEach(int stretches, Action<int> handle)
    {
        if (stretches > 1 && _parallel.MaxDegreeOfParallelism > 1)
        {
            Parallel.For(0, stretches, _parallel, handle);
            return;
        }

        for (int i = 0; i < stretches; i++)
        {
            handle(i);
        }
    }

    internal static int Stretches(int homes) => (homes + Stretch - 1) / Stretch;
}
