// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>One cluster of a <see cref="TwoLevelMarket"/>: it takes the asks and bids of a slot, one of a home, until the market is cleared.</summary>
public sealed class ClusterMarket
{
    private readonly Reserve _reserve;
    private readonly List<ClusterAsk> _asks = [];
    private readonly List<ClusterBid> _bids = [];
    private readonly HashSet<int> _meters = [];

    /// <summary>A cluster without asks and bids.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public ClusterMarket(ClusterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        Settings = settings;
        _reserve = new Reserve(settings.TaxPermille, settings.ReserveDivisor);
    }

    /// <summary>What it is run by.</summary>
    public ClusterSettings Settings { get; }

    /// <summary>What the reserve can still generate today, in mWh.</summary>
    public long ReserveMilliwattHours => _reserve.LeftMilliwattHours;

    /// <summary>Begins a day: the reserve is filled for its demand (equation 11).</summary>
    /// <param name="demandMilliwattHours">The cluster's demand of 24 hours in mWh, 0 or more.</param>
    public void StartDay(long demandMilliwattHours) => _reserve.StartDay(demandMilliwattHours);

    /// <summary>Takes an ask for the next slot to be cleared.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or the home has an ask or a bid already.</exception>
    public void Add(ClusterAsk ask)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ask.EnergyMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfNegative(ask.PriceMicrosPerKilowattHour);
        ArgumentOutOfRangeException.ThrowIfNegative(ask.CostMicrosPerKilowattHour);
        Register(ask.Meter);
        _asks.Add(ask);
    }

    /// <summary>Takes a bid for the next slot to be cleared.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or the home has an ask or a bid already.</exception>
    public void Add(ClusterBid bid)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bid.FirmMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfNegative(bid.InterruptibleMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfNegative(bid.PriceMicrosPerKilowattHour);
        Register(bid.Meter);
        _bids.Add(bid);
    }

    /// <summary>Runs the cluster's own auction; loads that are cut do not bid.</summary>
    internal SlotClearing ClearLocal(int slot, ClusterPrices prices)
    {
        OrderBook book = new();
        foreach (ClusterAsk ask in _asks)
        {
            book.Add(TradeSide.Sell, new Order(ask.Meter, ask.EnergyMilliwattHours, ask.PriceMicrosPerKilowattHour, ask.ReputationPermille));
        }

        bool isCut = IsCut(prices);
        foreach (ClusterBid bid in _bids)
        {
            long energy = bid.FirmMilliwattHours + (isCut ? 0 : bid.InterruptibleMilliwattHours);
            if (energy > 0)
            {
                book.Add(TradeSide.Buy, new Order(bid.Meter, energy, bid.PriceMicrosPerKilowattHour, ReputationPermille: 0));
            }
        }

        return SlotClearing.Of(slot, book, Settings.Rule, Settings.TaxPermille);
    }

    /// <summary>Ends the slot after the trades with other clusters.</summary>
    internal ClusterSlot Finish(SlotClearing local, IReadOnlyList<ClusterTrade> trades, ClusterPrices prices)
    {
        IReadOnlyDictionary<int, Position> upper = UpperLevelShares.Of(local, Settings.Name, trades, Settings.TaxPermille);
        Position PositionOf(int meter) => local.PositionOf(meter) + upper.GetValueOrDefault(meter);

        long headroom = _asks.Sum(ask => ask.EnergyMilliwattHours) + _reserve.LeftMilliwattHours - Demand();
        BackstopPurchase[] backstop = new Backstop(_reserve, Settings.IsIslanded, IsCut(prices), prices).Serve(_bids, PositionOf);
        Coins coins = new();
        foreach (ClusterAsk ask in _asks)
        {
            coins.Deposit(ask.Meter, ask.EnergyMilliwattHours);
            coins.Redeem(ask.Meter, PositionOf(ask.Meter).SoldMilliwattHours);
        }

        ClusterMetrics metrics = Measure(PositionOf, backstop.Sum(purchase => purchase.UnservedMilliwattHours), headroom, prices);
        Clear();
        return new ClusterSlot(Settings.Name, local, upper, backstop, coins.ReturnAll(), coins, IsCut(prices), metrics);
    }

    private bool IsCut(ClusterPrices prices) => DemandCut.IsDue(prices.RetailMicrosPerKilowattHour, Settings.LowestCostMicrosPerKilowattHour);

    private long Demand() => _bids.Sum(bid => bid.FirmMilliwattHours + bid.InterruptibleMilliwattHours);

    private ClusterMetrics Measure(Func<int, Position> positionOf, long unserved, long headroom, ClusterPrices prices)
    {
        long revenue = 0, tax = 0, cost = 0;
        foreach (ClusterAsk ask in _asks)
        {
            Position position = positionOf(ask.Meter);
            revenue += position.NetReceivedMicros;
            tax += position.TaxMicros;
            cost += Money.Amount(position.SoldMilliwattHours, ask.CostMicrosPerKilowattHour);
        }

        int retail = prices.RetailMicrosPerKilowattHour, lowestCost = Settings.LowestCostMicrosPerKilowattHour;
        CurveIntersection intersection = CurveIntersection.Of(retail, lowestCost, Demand(), _asks.Sum(ask => ask.EnergyMilliwattHours));
        return new ClusterMetrics(revenue, tax, intersection, cost, unserved, DemandCut.PenaltyMicros(unserved, retail, lowestCost), headroom);
    }

    private void Register(int meter)
    {
        if (!_meters.Add(meter))
        {
            throw new ArgumentException($"Meter {meter} of cluster '{Settings.Name}' has an ask or a bid for this slot already; one is allowed.");
        }
    }

    private void Clear()
    {
        _asks.Clear();
        _bids.Clear();
        _meters.Clear();
    }
}
