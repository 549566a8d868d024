// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>
/// The order book of a peer-to-peer marketplace for half-hour surplus: list, browse, order, three decisions, deliver, meter, settle. A message that comes twice
/// changes nothing; a step that the state of an order does not allow is refused.
/// </summary>
public sealed class Platform
{
    /// <summary>Ledger account of the platform's service fees.</summary>
    public const int PlatformAccount = -1;

    /// <summary>Ledger account of the suppliers, who stand in for what was not delivered or not taken.</summary>
    public const int SupplierAccount = -2;

    private readonly Dictionary<long, Listing> _listings = [];
    private readonly Dictionary<long, EnergyOrder> _orders = [];

    /// <summary>All orders.</summary>
    public IReadOnlyCollection<EnergyOrder> Orders => _orders.Values;

    /// <summary>Offers energy.</summary>
    public Outcome List(Listing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        if (listing.EnergyMilliwattHours < 1 || listing.PriceMicrosPerKilowattHour < 0)
        {
            return Outcome.OutOfRange;
        }

        return _listings.TryAdd(listing.Id, listing) ? Outcome.Done : _listings[listing.Id] == listing ? Outcome.Repeated : Outcome.IdentifierInUse;
    }

    /// <summary>What is left for a period, cheapest first.</summary>
    public IEnumerable<Listing> Browse(int slot) => _listings.Values
        .Where(l => l.Slot == slot && RemainingMilliwattHours(l.Id) > 0)
        .OrderBy(l => l.PriceMicrosPerKilowattHour).ThenBy(l => l.Id)
        .Select(l => l with { EnergyMilliwattHours = RemainingMilliwattHours(l.Id) });

    /// <summary>Energy of a listing that no living order has taken; 0 when there is no such listing.</summary>
    public long RemainingMilliwattHours(long listing) => _listings.TryGetValue(listing, out Listing? item)
        ? item.EnergyMilliwattHours - _orders.Values.Where(o => o.Listing.Id == listing && o.State != OrderState.Rejected).Sum(o => o.EnergyMilliwattHours)
        : 0;

    /// <summary>Finds an order; null when there is none.</summary>
    public EnergyOrder? Find(long order) => _orders.GetValueOrDefault(order);

    /// <summary>Orders energy from a listing.</summary>
    public Outcome Place(long order, long listing, int buyer, long energyMilliwattHours)
    {
        if (_orders.TryGetValue(order, out EnergyOrder? known))
        {
            bool isSame = known.Listing.Id == listing && known.Buyer == buyer && known.EnergyMilliwattHours == energyMilliwattHours;
            return isSame ? Outcome.Repeated : Outcome.IdentifierInUse;
        }

        if (!_listings.TryGetValue(listing, out Listing? item))
        {
            return Outcome.Unknown;
        }

        if (energyMilliwattHours < 1 || buyer == item.Seller)
        {
            return Outcome.OutOfRange;
        }

        if (energyMilliwattHours > RemainingMilliwattHours(listing))
        {
            return Outcome.NotEnoughLeft;
        }

        _orders.Add(order, new EnergyOrder(order, item, buyer, energyMilliwattHours, OrderState.Ordered, Party.None, null, 0, 0));
        return Outcome.Done;
    }

    /// <summary>One of the three accepts. The order is accepted when all have.</summary>
    public Outcome Accept(long order, Party party) => Step(order, OrderState.Ordered, o => o.AcceptedBy.HasFlag(party), o =>
    {
        Party acceptedBy = o.AcceptedBy | party;
        return o with { AcceptedBy = acceptedBy, State = acceptedBy == Party.All ? OrderState.Accepted : OrderState.Ordered };
    });

    /// <summary>One of the three rejects: final, and the energy goes back to the listing. The network operator names the constraint.</summary>
    public Outcome Reject(long order, Party party, string reason)
    {
        string rejection = $"{party}: {reason}";
        return Step(order, OrderState.Ordered, o => o.Rejection == rejection, o => o with { State = OrderState.Rejected, Rejection = rejection });
    }

    /// <summary>Enters what was metered for an order, both in mWh, 0 or more.</summary>
    public Outcome Meter(long order, long generatedMilliwattHours, long consumedMilliwattHours)
    {
        if (generatedMilliwattHours < 0 || consumedMilliwattHours < 0)
        {
            return Outcome.OutOfRange;
        }

        return Step(
            order,
            OrderState.Accepted,
            o => o.State is OrderState.Metered or OrderState.Settled && o.GeneratedMilliwattHours == generatedMilliwattHours && o.ConsumedMilliwattHours == consumedMilliwattHours,
            o => o with { State = OrderState.Metered, GeneratedMilliwattHours = generatedMilliwattHours, ConsumedMilliwattHours = consumedMilliwattHours });
    }

    /// <summary>
    /// Settles a metered order. The smaller of ordered, delivered and taken energy is paid at the order's price; the seller owes the supplier what he did
    /// not deliver and the buyer what he did not take, at the imbalance price.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="terms">Prices and fee.</param>
    /// <param name="entries">The ledger entries, zero-sum; empty unless done now.</param>
    public Outcome Settle(long order, SettlementTerms terms, out IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Outcome outcome = Step(order, OrderState.Metered, o => o.State == OrderState.Settled, o => o with { State = OrderState.Settled });
        entries = outcome == Outcome.Done ? Entries(_orders[order], terms) : [];
        return outcome;
    }

    private Outcome Step(long id, OrderState from, Func<EnergyOrder, bool> isRepeat, Func<EnergyOrder, EnergyOrder> step)
    {
        if (!_orders.TryGetValue(id, out EnergyOrder? order))
        {
            return Outcome.Unknown;
        }

        if (isRepeat(order))
        {
            return Outcome.Repeated;
        }

        if (order.State != from)
        {
            return Outcome.WrongState;
        }

        _orders[id] = step(order);
        return Outcome.Done;
    }

    private static List<LedgerEntry> Entries(EnergyOrder order, SettlementTerms terms)
    {
        long settled = Math.Min(order.EnergyMilliwattHours, Math.Min(order.GeneratedMilliwattHours, order.ConsumedMilliwattHours));
        long price = Money.Amount(settled, order.Listing.PriceMicrosPerKilowattHour);
        List<LedgerEntry> entries = [];
        Move(entries, LedgerEntryKind.LocalTrade, order.Buyer, order.Listing.Seller, settled, price);
        Move(entries, LedgerEntryKind.ServiceFee, order.Listing.Seller, PlatformAccount, 0, Money.Share(price, terms.ServiceFeePermille));
        Penalty(entries, order.Listing.Seller, order.EnergyMilliwattHours - order.GeneratedMilliwattHours, terms);
        Penalty(entries, order.Buyer, order.EnergyMilliwattHours - order.ConsumedMilliwattHours, terms);
        return entries;
    }

    private static void Penalty(List<LedgerEntry> entries, int meter, long missingMilliwattHours, SettlementTerms terms)
    {
        if (missingMilliwattHours > 0)
        {
            Move(entries, LedgerEntryKind.Imbalance, meter, SupplierAccount, 0, Money.Amount(missingMilliwattHours, terms.ImbalancePriceMicrosPerKilowattHour));
        }
    }

    // The payer receives the energy, the payee the money.
    private static void Move(List<LedgerEntry> entries, LedgerEntryKind kind, int payer, int payee, long energyMilliwattHours, long amountMicros)
    {
        if (energyMilliwattHours != 0 || amountMicros != 0)
        {
            entries.Add(new LedgerEntry(payer, kind, energyMilliwattHours, -amountMicros));
            entries.Add(new LedgerEntry(payee, kind, -energyMilliwattHours, amountMicros));
        }
    }
}
