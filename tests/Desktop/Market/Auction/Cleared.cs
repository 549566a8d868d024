// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>A book after an auction, with what the properties ask about it. Sums are in mWh times micro-units per kWh: no rounding hides in them.</summary>
internal sealed class Cleared
{
    private const long MicrosToProduct = 1_000_000;
    private readonly OrderBook _book;
    private readonly Dictionary<(TradeSide Side, int Meter), Fill> _fills = [];

    public Cleared(IClearingRule rule, IEnumerable<(TradeSide Side, Order Order)> offers)
    {
        _book = RandomBooks.ToBook(offers);
        rule.Clear(_book, Outcome);
        Keep(TradeSide.Sell, _book.Asks, Outcome.Asks);
        Keep(TradeSide.Buy, _book.Bids, Outcome.Bids);
    }

    public AuctionOutcome Outcome { get; } = new();

    /// <summary>Gains from trade: what the bought energy is worth at the bids less what the sold energy costs at the asks.</summary>
    public long Gain =>
        _book.Bids.Sum(bid => FillOf(TradeSide.Buy, bid.Meter).EnergyMilliwattHours * bid.PriceMicrosPerKilowattHour)
        - _book.Asks.Sum(ask => FillOf(TradeSide.Sell, ask.Meter).EnergyMilliwattHours * ask.PriceMicrosPerKilowattHour);

    /// <summary>Whether someone pays more or receives less than its limit, beyond the rounding of one micro-unit, or of half a micro-unit for each of its pairs.</summary>
    public bool IsAnyLimitBroken =>
        _book.Bids.Any(bid => FillOf(TradeSide.Buy, bid.Meter) is Fill fill
            && (fill.AmountMicros * MicrosToProduct) - (fill.EnergyMilliwattHours * bid.PriceMicrosPerKilowattHour) > Allowance(bid.Meter))
        || _book.Asks.Any(ask => FillOf(TradeSide.Sell, ask.Meter) is Fill fill
            && (fill.EnergyMilliwattHours * ask.PriceMicrosPerKilowattHour) - (fill.AmountMicros * MicrosToProduct) > Allowance(ask.Meter));

    public Fill FillOf(TradeSide side, int meter) => _fills[(side, meter)];

    private long Allowance(int meter)
    {
        int pairs = Outcome.Trades.Count(trade => trade.Seller == meter || trade.Buyer == meter);
        return pairs > 0 ? pairs * MicrosToProduct / 2 : MicrosToProduct - 1;
    }

    private void Keep(TradeSide side, MeritOrder orders, Fills fills)
    {
        for (int rank = 0; rank < orders.Count; rank++)
        {
            _fills[(side, orders[rank].Meter)] = fills[rank];
        }
    }
}
