// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The Vickrey-Clarke-Groves mechanism: the most valuable trades happen; a buyer pays what its presence costs the others, a seller receives what its presence
/// brings them. The operator pays the difference, which is never in its favour. Amounts are rounded towards the traders, a bid's down and an ask's up: limits are
/// kept exactly, and the deficit is larger by less than one micro-unit an order.
/// </summary>
public sealed class VickreyClarkeGrovesRule : CrossingRule
{
    /// <inheritdoc/>
    public override string Name => "vcg";

    /// <inheritdoc/>
    public override AuctionProperties Promises => AuctionProperties.IndividuallyRational | AuctionProperties.Efficient | AuctionProperties.TruthfulInPrice;

    /// <inheritdoc/>
    private protected override void Trade(OrderBook book, Crossing crossing, AuctionOutcome outcome)
    {
        Charge(book.Bids, outcome.Bids, crossing.BidsBeyond, crossing.AsksBeyond, crossing.LastBid, isOfBuyers: true);
        Charge(book.Asks, outcome.Asks, crossing.AsksBeyond, crossing.BidsBeyond, crossing.LastAsk, isOfBuyers: false);
    }

    private static void Charge(MeritOrder orders, Fills fills, StepCurve own, StepCurve other, int last, bool isOfBuyers)
    {
        for (int rank = 0; rank <= last; rank++)
        {
            long energy = orders.EnergiesMilliwattHours[rank];
            StepCurve excluded = own;
            if (rank == own.Rank)
            {
                // What is left of the marginal order would be gone with it.
                energy -= own.LeftMilliwattHours;
                excluded.Advance(own.LeftMilliwattHours);
            }

            Int128 externality = Externality(excluded, other, energy, isOfBuyers);
            fills.Add(rank, energy, isOfBuyers ? Money.RoundedDown(externality) : Money.RoundedUp(externality));
        }
    }

    /// <summary>
    /// What the others would have made of an energy at the margin. Without a buyer, each unit of its supply goes to the best excluded bid or saves its cost, whichever
    /// is more; without a seller, each unit of its demand is served by the best excluded ask or loses its value, whichever is less.
    /// </summary>
    private static Int128 Externality(StepCurve excluded, StepCurve other, long energyMilliwattHours, bool isOfBuyer)
    {
        Int128 sum = 0;
        other.GoBack(energyMilliwattHours);
        for (long left = energyMilliwattHours; left > 0;)
        {
            long step = Math.Min(left, other.LeftMilliwattHours);
            int price = other.PriceMicrosPerKilowattHour;
            if (!excluded.IsAtEnd)
            {
                step = Math.Min(step, excluded.LeftMilliwattHours);
                price = isOfBuyer ? Math.Max(price, excluded.PriceMicrosPerKilowattHour) : Math.Min(price, excluded.PriceMicrosPerKilowattHour);
                excluded.Advance(step);
            }

            other.Advance(step);
            sum += (Int128)step * price;
            left -= step;
        }

        return sum;
    }
}
