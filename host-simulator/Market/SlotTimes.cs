// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Trading;

namespace Prosumeter.Simulator.Market;

/// <summary>When the slots of a market start and their gates close.</summary>
internal sealed class SlotTimes(AggregatorSettings settings)
{
    /// <summary>The slot that runs.</summary>
    public int SlotAt(long utcSeconds) => MarketSlot.Of(utcSeconds, settings.SlotSeconds);

    /// <summary>The slot whose gate closes next.</summary>
    public int OpenSlotAt(long utcSeconds) => MarketSlot.Of(utcSeconds + settings.GateSeconds, settings.SlotSeconds) + 1;

    /// <summary>Start of a slot in UTC seconds.</summary>
    public long StartOf(int slot) => MarketSlot.StartSeconds(slot, settings.SlotSeconds);

    /// <summary>Gate of a slot in UTC seconds.</summary>
    public long GateOf(int slot) => StartOf(slot) - settings.GateSeconds;

    /// <summary>The operator's prices in a slot.</summary>
    public TariffPrices PricesOf(int slot) => settings.Tariff.At(StartOf(slot));
}
