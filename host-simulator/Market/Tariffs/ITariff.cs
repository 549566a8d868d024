// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The operator's prices over time.</summary>
public interface ITariff
{
    /// <summary>Prices of the slot that starts at a time. The same time always gives the same prices.</summary>
    /// <param name="utcSeconds">Start of the slot, UTC seconds.</param>
    TariffPrices At(long utcSeconds);
}
