// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// An operator whose price follows the demand of its cluster (<see cref="PriceLaw"/>). Whoever publishes it tells it each settlement; an aggregator does. The price of a slot is made when it is first asked for, from the demand that is known then, and stays.
/// </summary>
public sealed class OperatorTariff : ITariff
{
    private const long SecondsPerDay = 86_400;
    private const int RememberedDays = 7;
    private readonly PriceLaw _law;
    private readonly int _feedInMicrosPerKilowattHour;
    private readonly int _slotSeconds;
    private readonly TariffPrices _base;
    private readonly ClusterDemand _demand = new();
    private readonly SortedDictionary<int, TariffPrices> _prices = [];

    /// <summary>A tariff that begins with the law's base price.</summary>
    /// <param name="law">The law of the retail price, at the beginning of a day.</param>
    /// <param name="feedInMicrosPerKilowattHour">What the operator pays, in micro-units per kWh; never more than the retail price of the slot.</param>
    /// <param name="slotSeconds">Length of a slot in s.</param>
    public OperatorTariff(PriceLaw law, int feedInMicrosPerKilowattHour, int slotSeconds)
    {
        ArgumentNullException.ThrowIfNull(law);
        _law = law;
        _feedInMicrosPerKilowattHour = feedInMicrosPerKilowattHour;
        _slotSeconds = slotSeconds;
        _base = PricesAt(law.PriceMicrosPerKilowattHour);
    }

    /// <summary>Takes what a meter was settled for.</summary>
    public void Observe(MeterSettlement settlement) => _demand.Observe(settlement);

    /// <summary>Takes the prices that were announced for a slot before a restart, the oldest slot first.</summary>
    public void Remember(int slot, TariffPrices prices)
    {
        BeginDayOf(slot);
        _law.Resume(prices.RetailMicrosPerKilowattHour);
        _prices[slot] = prices;
    }

    /// <summary>The prices of a slot. A slot before all that were asked for has the base price.</summary>
    /// <param name="utcSeconds">Start of the slot, UTC seconds.</param>
    public TariffPrices At(long utcSeconds)
    {
        int slot = MarketSlot.Of(utcSeconds, _slotSeconds);
        if (_prices.TryGetValue(slot, out TariffPrices known))
        {
            return known;
        }

        return _prices.Count > 0 && slot < _prices.Keys.Last() ? PricesBefore(slot) : Make(slot);
    }

    // Slots in between were not announced: meters still had the price before.
    private TariffPrices PricesBefore(int slot)
    {
        TariffPrices before = _base;
        foreach ((int known, TariffPrices prices) in _prices.TakeWhile(entry => entry.Key < slot))
        {
            before = prices;
        }

        return before;
    }

    private TariffPrices Make(int slot)
    {
        BeginDayOf(slot);
        TariffPrices prices = PricesAt(_law.Next(_demand.MilliwattHours));
        _prices[slot] = prices;
        long oldest = MarketSlot.StartSeconds(slot, _slotSeconds) - (RememberedDays * SecondsPerDay);
        while (MarketSlot.StartSeconds(_prices.Keys.First(), _slotSeconds) < oldest)
        {
            _prices.Remove(_prices.Keys.First());
        }

        return prices;
    }

    private void BeginDayOf(int slot)
    {
        if (_prices.Count == 0 || DayOf(slot) != DayOf(_prices.Keys.Last()))
        {
            _law.StartDay();
        }
    }

    private TariffPrices PricesAt(int retail) => new(retail, Math.Min(retail, _feedInMicrosPerKilowattHour));

    private long DayOf(int slot) => MarketSlot.StartSeconds(slot, _slotSeconds) / SecondsPerDay;
}
