// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>Random books, the same for a seed on every machine.</summary>
internal sealed class RandomBooks(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>
    /// Up to six traders a side with 1 to 4 units each, or one unit each in half of the books; few distinct prices, so that ties and touching orders are frequent.
    /// </summary>
    /// <param name="unitMilliwattHours">Energy of a unit.</param>
    /// <param name="priceStepMicros">All prices are multiples of it.</param>
    public List<(TradeSide Side, Order Order)> Small(long unitMilliwattHours, int priceStepMicros)
    {
        int mostUnits = _random.Next(2) == 0 ? 1 : 4;
        List<(TradeSide, Order)> offers = [];
        for (int meter = 1; meter <= 12; meter++)
        {
            if (_random.Next(4) > 0)
            {
                TradeSide side = meter <= 6 ? TradeSide.Sell : TradeSide.Buy;
                offers.Add((side, new Order(meter, _random.Next(1, mostUnits + 1) * unitMilliwattHours, _random.Next(1, 16) * priceStepMicros, 1000)));
            }
        }

        return offers;
    }

    /// <summary>Up to 400 traders of any energies and prices.</summary>
    public List<(TradeSide Side, Order Order)> Large()
    {
        List<(TradeSide, Order)> offers = [];
        int traders = _random.Next(0, 401), mostEnergy = _random.Next(2) == 0 ? 50 : 5_000_000;
        for (int meter = 1; meter <= traders; meter++)
        {
            TradeSide side = _random.Next(2) == 0 ? TradeSide.Sell : TradeSide.Buy;
            offers.Add((side, new Order(meter, _random.Next(1, mostEnergy), _random.Next(0, 400_000), _random.Next(0, 1001))));
        }

        return offers;
    }

    public static OrderBook ToBook(IEnumerable<(TradeSide Side, Order Order)> offers)
    {
        OrderBook book = new();
        foreach ((TradeSide side, Order order) in offers)
        {
            book.Add(side, order);
        }

        return book;
    }
}
