// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// A cluster: its homes and its market. The market does what <see cref="Aggregator"/> does, with the same book, clearing and accounts, but it is called instead of
/// written to. After each slot it clears the next one and settles the reports.
/// </summary>
internal sealed class SimulatedCluster
{
    private const long MillijoulesPerMilliwattHour = 3600;
    private const long MicrojoulesPerMilliwattHour = 3_600_000;
    private readonly ClusterPlan _plan;
    private readonly SimulationPlan _simulation;
    private readonly IClearingRule? _rule;
    private readonly SimulatedHome[] _homes;
    private readonly HomeBooks[] _books;
    private readonly HomeFlows[] _totals;
    private readonly MeterAccount[] _accounts;
    private readonly MarketAccounts _market = new();
    private readonly ConservationWatch _watch;
    private readonly List<ClusterSlot> _slots = [];
    private readonly PriceMessage _price = new();
    private readonly Award _award = new();
    private ClusterSlot _next;
    private long _operatorOpeningMicros;
    private int _sequence;

    public SimulatedCluster(ClusterPlan plan, SimulationPlan simulation)
    {
        _plan = plan;
        _simulation = simulation;
        _rule = plan.CreateRule?.Invoke();
        _homes = plan.Homes.Select(home => new SimulatedHome(home, simulation)).ToArray();
        _books = _homes.Select(_ => new HomeBooks()).ToArray();
        _accounts = _homes.Select(home => _market.Of(home.Meter)).ToArray();
        _totals = new HomeFlows[_homes.Length];
        _watch = new ConservationWatch(plan.Name);
        _watch.Open(_homes.Sum(home => home.StoredMicrojoules));
        _next = SlotOf(simulation.FirstSlot - 1);
    }

    public IReadOnlyList<SimulatedHome> Homes => _homes;

    /// <summary>Announces the operator's prices of a slot.</summary>
    public void Announce(int slot)
    {
        TariffPrices prices = PricesOf(slot);
        _price.Slot = slot;
        _price.Sequence = ++_sequence;
        _price.RetailMicrosPerKilowattHour = prices.RetailMicrosPerKilowattHour;
        _price.FeedInMicrosPerKilowattHour = prices.FeedInMicrosPerKilowattHour;
        _price.GateSeconds = _simulation.GateSeconds;
        long now = MarketSlot.StartSeconds(slot - 1, _simulation.SlotSeconds);
        foreach (SimulatedHome home in _homes)
        {
            home.Controller.OnPrice(_price, now);
        }
    }

    /// <summary>The homes have lived through a slot: clears the next one, then settles this one.</summary>
    public void Close(int slot)
    {
        ClusterSlot figures = _next;
        _next = SlotOf(slot + 1);
        if (_rule is not null)
        {
            Clear(slot + 1, _rule, _next);
        }

        CountFlows(slot, figures);
        Settle(slot, figures);
        if (slot >= _simulation.FirstSlot)
        {
            _slots.Add(figures);
        }
        else
        {
            OpenBooks();
        }
    }

    public ClusterOutcome Outcome() => new(
        _plan.Name,
        _rule?.Name ?? "none",
        _homes.Select((home, index) => _books[index].Close(home.Plan, home.Registers)).ToList(),
        _slots,
        _market.Operator.BalanceMicros - _operatorOpeningMicros,
        _watch.LossMicrojoules / MicrojoulesPerMilliwattHour,
        new ConservationOutcome(_watch.Checks, _watch.Failures, _watch.Violations));

    private void Clear(int slot, IClearingRule rule, ClusterSlot figures)
    {
        BidBook book = new(slot);
        foreach (SimulatedHome home in _homes)
        {
            if (home.HasBid)
            {
                Count(book.Take(home.Bid, slot - 1), figures);
            }
        }

        SlotClearing clearing = SlotClearing.Of(slot, book.ToOrderBook(_market), rule, _plan.TaxPermille);
        _watch.CheckClearing(clearing);
        Count(clearing, figures);
        for (int index = 0; index < _homes.Length; index++)
        {
            if (_homes[index].HasBid)
            {
                Award(index, clearing.PositionOf(_homes[index].Meter), figures);
            }
        }
    }

    private void Award(int index, Position position, ClusterSlot figures)
    {
        SimulatedHome home = _homes[index];
        if (position != default)
        {
            _accounts[index].Open(figures.Slot, position);
        }

        _award.Meter = home.Meter;
        _award.Slot = figures.Slot;
        _award.Sequence = ++_sequence;
        _award.Side = home.Bid.Side;
        _award.EnergyMilliwattHours = (int)(home.Bid.Side == TradeSide.Sell ? position.SoldMilliwattHours : position.BoughtMilliwattHours);
        _award.AmountMicros = home.Bid.Side == TradeSide.Sell ? position.NetReceivedMicros : position.PaidMicros;
        Count(home.Take(_award), figures);
        _books[index].Take(_award);
    }

    private void Settle(int slot, ClusterSlot figures)
    {
        OperatorAccount operators = _market.Operator;
        (long sold, long bought, long balance) = (operators.SoldMilliwattHours, operators.BoughtMilliwattHours, operators.BalanceMicros);
        long metered = 0;
        for (int index = 0; index < _homes.Length; index++)
        {
            metered += SettleHome(index, figures);
        }

        figures.OperatorSoldMilliwattHours = operators.SoldMilliwattHours - sold;
        figures.OperatorBoughtMilliwattHours = operators.BoughtMilliwattHours - bought;
        figures.OperatorMicros = operators.BalanceMicros - balance;
        _watch.CheckSettlement(slot, metered, figures.OperatorSoldMilliwattHours - figures.OperatorBoughtMilliwattHours, _market.SumMicros);
    }

    /// <returns>Import less export of the settled periods in mWh.</returns>
    private long SettleHome(int index, ClusterSlot figures)
    {
        SlotReport report = _homes[index].Report;
        long now = MarketSlot.StartSeconds(figures.Slot + 1, _simulation.SlotSeconds), metered = 0;
        MeteredEnergy registers = new(report.ImportMilliwattHours, report.ExportMilliwattHours);
        Count(_accounts[index].Take(new HeldReport(report.Slot, report.Sequence, registers, now)), figures);
        while (_accounts[index].TrySettle(now, PricesOf, out ReportOutcome outcome))
        {
            Count(outcome.Reason, figures);
            if (outcome.Settlement is MeterSettlement settlement)
            {
                _market.Post(settlement);
                _books[index].Take(settlement, PricesOf(settlement.Slot));
                metered += settlement.Metered.ImportMilliwattHours - settlement.Metered.ExportMilliwattHours;
                figures.ShortfallMilliwattHours += settlement.Imbalance.ShortfallMilliwattHours;
            }
        }

        return metered;
    }

    private void CountFlows(int slot, ClusterSlot figures)
    {
        HomeFlows flows = default;
        long stored = 0;
        for (int index = 0; index < _homes.Length; index++)
        {
            SimulatedHome home = _homes[index];
            flows.Add(home.SlotFlows);
            _totals[index].Add(home.SlotFlows);
            stored += home.StoredMicrojoules;
            _watch.CheckRegisters(slot, _totals[index], home);
        }

        _watch.CheckFlows(slot, flows, stored);
        figures.LoadMilliwattHours = flows.Load / MillijoulesPerMilliwattHour;
        figures.CutMilliwattHours = flows.Cut / MillijoulesPerMilliwattHour;
        figures.GenerationMilliwattHours = flows.Generation / MillijoulesPerMilliwattHour;
        figures.ImportMilliwattHours = flows.Import / MillijoulesPerMilliwattHour;
        figures.ExportMilliwattHours = flows.Export / MillijoulesPerMilliwattHour;
        figures.ChargeMilliwattHours = flows.Charge / MillijoulesPerMilliwattHour;
        figures.DischargeMilliwattHours = flows.Discharge / MillijoulesPerMilliwattHour;
        figures.StoredMilliwattHours = stored / MicrojoulesPerMilliwattHour;
    }

    private void OpenBooks()
    {
        _operatorOpeningMicros = _market.Operator.BalanceMicros;
        for (int index = 0; index < _homes.Length; index++)
        {
            _books[index].Open(_homes[index].Registers);
        }
    }

    private static void Count(RefusalReason reason, ClusterSlot figures) => figures.Refused += reason == RefusalReason.Taken ? 0 : 1;

    private static void Count(SlotClearing clearing, ClusterSlot figures)
    {
        figures.Asks = clearing.Book.Asks.Count;
        figures.Bids = clearing.Book.Bids.Count;
        figures.AskedMilliwattHours = Sum(clearing.Book.Asks.EnergiesMilliwattHours);
        figures.BidMilliwattHours = Sum(clearing.Book.Bids.EnergiesMilliwattHours);
        figures.SoldMilliwattHours = clearing.Outcome.Asks.EnergyMilliwattHours;
        figures.BoughtMilliwattHours = clearing.Outcome.Bids.EnergyMilliwattHours;
        figures.PaidMicros = clearing.PaidMicros;
        figures.TaxMicros = clearing.TaxMicros;
    }

    private static long Sum(ReadOnlySpan<long> energies)
    {
        long sum = 0;
        foreach (long energy in energies)
        {
            sum += energy;
        }

        return sum;
    }

    private ClusterSlot SlotOf(int slot)
    {
        TariffPrices prices = PricesOf(slot);
        return new ClusterSlot
        {
            Slot = slot,
            RetailMicrosPerKilowattHour = prices.RetailMicrosPerKilowattHour,
            FeedInMicrosPerKilowattHour = prices.FeedInMicrosPerKilowattHour,
        };
    }

    private TariffPrices PricesOf(int slot) => _plan.Tariff.At(MarketSlot.StartSeconds(slot, _simulation.SlotSeconds));
}
