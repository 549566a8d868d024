// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Clusters;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// A cluster: its homes and its side of the market. It does what <see cref="Aggregator"/> does, with the same book, clearing and accounts, but it is called instead
/// of written to.
/// </summary>
internal sealed class SimulatedCluster
{
    private const long SecondsPerDay = 86_400;
    private readonly ClusterPlan _plan;
    private readonly SimulationPlan _simulation;
    private readonly ClusterMarket? _market;
    private readonly ElecbayMarket? _elecbay;
    private readonly List<Bid> _offers = [];
    private readonly ClusterHome[] _homes;
    private readonly SettlementDesk _desk;
    private readonly FlowMeter _flows;
    private readonly ConservationWatch _watch;
    private readonly Wire? _wire;
    private readonly Award _award = new();
    private readonly List<SlotFigures> _slots = [];
    private SlotFigures _running;
    private SlotFigures _next;
    private readonly BidBook _book;
    private long _now;

    // One price and one award for a meter in a slot, so one number serves both (docs/PROTOCOL.md, P-22).
    private int _sequence;

    /// <param name="plan">What it is.</param>
    /// <param name="place">Its place among the clusters.</param>
    /// <param name="simulation">The simulation.</param>
    /// <param name="market">Where its asks and bids go; null without a market.</param>
    public SimulatedCluster(ClusterPlan plan, int place, SimulationPlan simulation, ClusterMarket? market)
    {
        _plan = plan;
        _simulation = simulation;
        _market = market;
        Dictionary<int, FaultPlan> boards = simulation.Boards.Where(board => board.Cluster == plan.Name).ToDictionary(board => board.Meter, board => board.Faults);
        _homes = plan.Homes
            .Select(ClusterHome (home) => boards.TryGetValue(home.Meter.Meter, out FaultPlan? faults) ? new BoardHome(home, simulation, faults) : new SimulatedHome(home, simulation))
            .ToArray();
        _watch = new ConservationWatch(plan.Name);
        _wire = simulation.Faults is MessageFaults faults ? new Wire(faults, place) : null;
        _desk = new SettlementDesk(plan, simulation, _homes, _watch, _wire);
        _flows = new FlowMeter(_homes, _watch);
        _elecbay = plan.Elecbay is ElecbayPlan elecbay ? new ElecbayMarket(elecbay, _homes, simulation.SlotSeconds) : null;
        _book = new BidBook(simulation.FirstSlot - 1);
        _running = _next = SlotOf(simulation.FirstSlot - 1);
    }

    public string Name => _plan.Name;

    public ClusterHome[] Homes => _homes;

    /// <summary>Figures of the slot that was cleared last.</summary>
    public SlotFigures Next => _next;

    public ConservationWatch Watch => _watch;

    /// <summary>Whether it trades.</summary>
    public bool HasMarket => _market is not null;

    /// <summary>The operator's prices of a slot as the two-level market takes them.</summary>
    public ClusterPrices PricesAt(int slot) =>
        new(_plan.PricesOf(slot, _simulation).RetailMicrosPerKilowattHour, _plan.SettlementPricesOf(slot, _simulation).RetailMicrosPerKilowattHour);

    /// <summary>A slot starts: announces the operator's prices of the next one.</summary>
    public void Start(int slot)
    {
        _now = MarketSlot.StartSeconds(slot, _simulation.SlotSeconds);
        if (_now % SecondsPerDay == 0)
        {
            _market?.StartDay(_homes.Sum(home => home.ForecastMilliwattHours(_now)));
        }

        TariffPrices prices = _plan.PricesOf(slot + 1, _simulation);
        PriceMessage message = new()
        {
            Slot = slot + 1,
            Sequence = ++_sequence,
            RetailMicrosPerKilowattHour = prices.RetailMicrosPerKilowattHour,
            FeedInMicrosPerKilowattHour = prices.FeedInMicrosPerKilowattHour,
            GateSeconds = _simulation.GateSeconds,
        };
        foreach (ClusterHome home in _homes)
        {
            Announce(home, message);
        }

        _wire?.DeliverLate(MessageType.Price);
    }

    /// <summary>Puts the homes' bids for a slot to the market.</summary>
    public void Submit(int slot)
    {
        _next = SlotOf(slot);
        if (_market is null && _elecbay is null)
        {
            return;
        }

        _book.Reopen(slot);
        foreach (ClusterHome home in _homes)
        {
            if (home.HasBid)
            {
                Put(home);
            }
        }

        _wire?.DeliverLate(MessageType.Bid);
        if (_elecbay is not null)
        {
            Order(_elecbay);
        }
    }

    /// <summary>The slot was cleared: awards what the homes hold.</summary>
    public void Award(ClusterSlot cleared, IReadOnlyList<ClusterTrade> trades)
    {
        MarketFigures.Count(cleared, trades, _next);
        _watch.CheckClearing(_next);
        for (int index = 0; index < _homes.Length; index++)
        {
            Position position = cleared.PositionOf(_homes[index].Meter);
            _desk.Open(index, _next.Slot, position);
            if (_homes[index].HasBid || cleared.IsDemandCut)
            {
                Award(_homes[index], position, cleared.IsDemandCut);
            }
        }

        _wire?.DeliverLate(MessageType.Award);
    }

    /// <summary>The homes have lived through a slot: counts its flows and settles it.</summary>
    public void Close(int slot)
    {
        _flows.Count(_running);
        if (_elecbay is not null)
        {
            _desk.Settle(_elecbay, _running);
        }

        _desk.Settle(_running, isLast: slot == _simulation.FirstSlot + _simulation.Slots - 1);
        if (slot >= _simulation.FirstSlot)
        {
            _slots.Add(_running);
        }
        else
        {
            _desk.OpenBooks();
        }

        _running = _next;
    }

    /// <summary>What came out.</summary>
    public ClusterOutcome Outcome() => new(
        Name,
        _market?.Settings.Rule.Name ?? (_elecbay is null ? "none" : "elecbay"),
        _desk.Close(),
        _slots,
        _desk.OperatorMicros,
        _flows.LossMilliwattHours,
        new ConservationOutcome(_watch.Checks, _watch.Failures, _watch.Violations),
        _wire?.Outcome)
    {
        Elecbay = _elecbay?.Outcome,
    };

    // Without a wire a message is delivered as it is: there are hundreds of thousands a second, and a delivery that may happen later allocates.
    private void Announce(ClusterHome home, PriceMessage message)
    {
        if (_wire is null)
        {
            Count(home.Take(message, _now));
            return;
        }

        _wire.Send(MessageType.Price, DeliveryOf(home, message));
    }

    private Action DeliveryOf(ClusterHome home, PriceMessage message) => () => Count(home.Take(message, _now));

    private void Put(ClusterHome home)
    {
        if (_wire is null)
        {
            Take(home, home.Bid);
            return;
        }

        _wire.Send(MessageType.Bid, DeliveryOf(home, Copies.Of(home.Bid)));
    }

    private Action DeliveryOf(ClusterHome home, Bid bid) => () => Take(home, bid);

    private void Take(ClusterHome home, Bid bid)
    {
        RefusalReason reason = _book.Take(bid, bid.Slot - 1);
        Count(reason);
        if (reason == RefusalReason.Taken && _elecbay is not null)
        {
            _offers.Add(bid);
        }
        else if (reason == RefusalReason.Taken && bid.Side == TradeSide.Sell)
        {
            int reputation = _desk.ReputationPermille(home.Meter);
            _market!.Add(new ClusterAsk(bid.Meter, bid.EnergyMilliwattHours, bid.PriceMicrosPerKilowattHour, home.Plan.Meter.CostMicrosPerKilowattHour, reputation));
        }
        else if (reason == RefusalReason.Taken)
        {
            long interruptible = Math.Min(bid.EnergyMilliwattHours, home.InterruptibleMilliwattHours);
            _market!.Add(new ClusterBid(bid.Meter, bid.EnergyMilliwattHours - interruptible, interruptible, bid.PriceMicrosPerKilowattHour));
        }
    }

    private void Order(ElecbayMarket elecbay)
    {
        if (_next.Slot >= _simulation.FirstSlot + _simulation.Slots)
        {
            // Nobody will live through it, so its orders would stay open.
            _offers.Clear();
        }

        elecbay.Trade(_next.Slot, _offers, _next.RetailMicrosPerKilowattHour);
        MarketFigures.Count(_offers, _next);
        foreach (ClusterHome home in _homes)
        {
            if (home.HasBid)
            {
                Position ordered = elecbay.OrderedBy(home.Meter);
                _next.SoldMilliwattHours += ordered.SoldMilliwattHours;
                _next.BoughtMilliwattHours += ordered.BoughtMilliwattHours;
                Award(home, ordered, isCut: false);
            }
        }

        _offers.Clear();
        _wire?.DeliverLate(MessageType.Award);
    }

    private void Award(ClusterHome home, Position position, bool isCut)
    {
        bool isSale = home.HasBid && home.Bid.Side == TradeSide.Sell;
        Award award = _wire is null ? _award : new Award();
        award.Meter = home.Meter;
        award.Slot = _next.Slot;
        award.Sequence = _sequence;
        award.Side = isSale ? TradeSide.Sell : TradeSide.Buy;
        award.EnergyMilliwattHours = (int)(isSale ? position.SoldMilliwattHours : position.BoughtMilliwattHours);
        award.AmountMicros = isSale ? position.NetReceivedMicros : position.PaidMicros;
        award.CutsInterruptibleLoad = isCut;
        if (_wire is null)
        {
            Count(home.Take(award));
            return;
        }

        _wire.Send(MessageType.Award, DeliveryOf(home, award));
    }

    private Action DeliveryOf(ClusterHome home, Award award) => () => Count(home.Take(award));

    private void Count(RefusalReason reason) => _running.Refused += reason == RefusalReason.Taken ? 0 : 1;

    private SlotFigures SlotOf(int slot)
    {
        TariffPrices prices = _plan.PricesOf(slot, _simulation);
        return new SlotFigures
        {
            Slot = slot,
            RetailMicrosPerKilowattHour = prices.RetailMicrosPerKilowattHour,
            FeedInMicrosPerKilowattHour = prices.FeedInMicrosPerKilowattHour,
        };
    }
}
