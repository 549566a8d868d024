// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>An order as it stands.</summary>
/// <param name="Id">Identifier chosen by the buyer; messages about an order are idempotent by it.</param>
/// <param name="Listing">What it orders from.</param>
/// <param name="Buyer">Buying meter.</param>
/// <param name="EnergyMilliwattHours">Ordered energy in mWh.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AcceptedBy">Who has accepted so far.</param>
/// <param name="Rejection">Who rejected it and why; null unless rejected.</param>
/// <param name="GeneratedMilliwattHours">What the seller's meter delivered for it in mWh; 0 until metered.</param>
/// <param name="ConsumedMilliwattHours">What the buyer's meter took for it in mWh; 0 until metered.</param>
public sealed record EnergyOrder(
    long Id,
    Listing Listing,
    int Buyer,
    long EnergyMilliwattHours,
    OrderState State,
    Party AcceptedBy,
    string? Rejection,
    long GeneratedMilliwattHours,
    long ConsumedMilliwattHours);
