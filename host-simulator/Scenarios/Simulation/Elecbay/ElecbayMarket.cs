// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Elecbay;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// The marketplace of a cluster, slot by slot: asks are listed, buyers browse and order the cheapest, highest bid first, and market, network operator and supplier decide on each
/// order. After the slot the orders are metered and settled. Each slot has a platform of its own.
/// </summary>
internal sealed class ElecbayMarket
{
    private const int MostKept = 10;
    private readonly ElecbayPlan _plan;
    private readonly OrderDecisions _decisions;
    private readonly List<string> _rejections = [];
    private readonly Dictionary<Party, int> _rejectedBy = [];
    private Platform _running = new();
    private Platform _next = new();
    private long _lastId;
    private int _placed;
    private int _settled;
    private long _orderedMilliwattHours;
    private long _settledMilliwattHours;
    private long _platformMicros;
    private long _supplierMicros;

    public ElecbayMarket(ElecbayPlan plan, IReadOnlyList<ClusterHome> homes, int slotSeconds)
    {
        _plan = plan;
        _decisions = new OrderDecisions(plan, homes, slotSeconds);
    }

    /// <summary>What came out so far.</summary>
    public ElecbayOutcome Outcome => new(
        _placed,
        _settled,
        _rejectedBy.GetValueOrDefault(Party.Market),
        _rejectedBy.GetValueOrDefault(Party.Network),
        _rejectedBy.GetValueOrDefault(Party.Supplier),
        _orderedMilliwattHours,
        _settledMilliwattHours,
        _platformMicros,
        _supplierMicros,
        _rejections);

    /// <summary>Lists, orders and decides for a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="offers">Asks and bids, one of a home.</param>
    /// <param name="retailMicrosPerKilowattHour">The utility's price.</param>
    public void Trade(int slot, IReadOnlyCollection<Bid> offers, int retailMicrosPerKilowattHour)
    {
        _running = _next;
        _next = new Platform();
        _decisions.Start(retailMicrosPerKilowattHour);
        foreach (Bid ask in offers.Where(offer => offer.Side == TradeSide.Sell))
        {
            _next.List(new Listing(++_lastId, ask.Meter, slot, ask.EnergyMilliwattHours, ask.PriceMicrosPerKilowattHour));
        }

        foreach (Bid bid in offers.Where(offer => offer.Side == TradeSide.Buy).OrderByDescending(bid => bid.PriceMicrosPerKilowattHour).ThenBy(bid => bid.Meter))
        {
            Order(bid);
        }
    }

    /// <summary>What a home is to deliver or take in the slot that was traded last; the money is known after delivery only.</summary>
    public Position OrderedBy(int meter) => _next.Orders.Where(order => order.State == OrderState.Accepted).Aggregate(default(Position), (sum, order) => sum + new Position(
        order.Listing.Seller == meter ? order.EnergyMilliwattHours : 0,
        order.Buyer == meter ? order.EnergyMilliwattHours : 0,
        0,
        0,
        0));

    /// <summary>Meters and settles the orders of the slot that has run.</summary>
    /// <param name="metered">What the registers of each home rose by in the slot; it is used up.</param>
    public IReadOnlyList<LedgerEntry> Settle(Dictionary<int, MeteredEnergy> metered)
    {
        List<LedgerEntry> all = [];
        SettlementTerms terms = new(_plan.ImbalancePriceMicrosPerKilowattHour, _plan.FeePermille);
        foreach (EnergyOrder order in _running.Orders.Where(order => order.State == OrderState.Accepted).OrderBy(order => order.Id).ToArray())
        {
            MeteredEnergy seller = metered[order.Listing.Seller], buyer = metered[order.Buyer];
            long generated = long.Min(order.EnergyMilliwattHours, seller.ExportMilliwattHours), consumed = long.Min(order.EnergyMilliwattHours, buyer.ImportMilliwattHours);
            metered[order.Listing.Seller] = seller with { ExportMilliwattHours = seller.ExportMilliwattHours - generated };
            metered[order.Buyer] = buyer with { ImportMilliwattHours = buyer.ImportMilliwattHours - consumed };
            _running.Meter(order.Id, generated, consumed);
            _running.Settle(order.Id, terms, out IReadOnlyList<LedgerEntry> entries);
            all.AddRange(entries);
            _settled++;
            _settledMilliwattHours += long.Min(generated, consumed);
        }

        _platformMicros += all.Where(entry => entry.Account == Platform.PlatformAccount).Sum(entry => entry.AmountMicros);
        _supplierMicros += all.Where(entry => entry.Account == Platform.SupplierAccount).Sum(entry => entry.AmountMicros);
        return all;
    }

    private void Order(Bid bid)
    {
        long left = bid.EnergyMilliwattHours;
        foreach (Listing listing in _next.Browse(bid.Slot).TakeWhile(listing => listing.PriceMicrosPerKilowattHour <= bid.PriceMicrosPerKilowattHour).ToArray())
        {
            long wanted = long.Min(left, listing.EnergyMilliwattHours);
            if (wanted > 0 && _next.Place(++_lastId, listing.Id, bid.Meter, wanted) == Market.Elecbay.Outcome.Done)
            {
                _placed++;
                left -= Decide(_next.Find(_lastId)!) ? wanted : 0;
            }
        }
    }

    /// <returns>Whether all three accept.</returns>
    private bool Decide(EnergyOrder order)
    {
        foreach (Party party in (Party[])[Party.Market, Party.Network, Party.Supplier])
        {
            if (_decisions.Obstacle(party, order) is string reason)
            {
                _next.Reject(order.Id, party, reason);
                Note(party, order, reason);
                return false;
            }

            _next.Accept(order.Id, party);
        }

        _decisions.Keep(order);
        _orderedMilliwattHours += order.EnergyMilliwattHours;
        return true;
    }

    private void Note(Party party, EnergyOrder order, string reason)
    {
        _rejectedBy[party] = _rejectedBy.GetValueOrDefault(party) + 1;
        if (_rejectedBy[party] <= MostKept)
        {
            _rejections.Add($"slot {order.Listing.Slot}, order {order.Id} of meter {order.Buyer} from meter {order.Listing.Seller}: {party.ToString().ToLowerInvariant()}: {reason}");
        }
    }
}
