// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>One meter's offer for a slot as the auction sees it: an ask when it stands among the asks, a bid when among the bids.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh, 1 or more.</param>
/// <param name="PriceMicrosPerKilowattHour">Lowest price of an ask, highest price of a bid, in micro-units per kWh.</param>
/// <param name="ReputationPermille">Reputation V of the meter in per mille; it ranks asks of one price and is no money (Sabounchi and Wei, eq 13).</param>
public readonly record struct Order(int Meter, long EnergyMilliwattHours, int PriceMicrosPerKilowattHour, int ReputationPermille);
