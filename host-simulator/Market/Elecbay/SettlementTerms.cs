// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>Terms of settlement.</summary>
/// <param name="ImbalancePriceMicrosPerKilowattHour">Price of energy not delivered or not taken, in micro-units per kWh.</param>
/// <param name="ServiceFeePermille">Share of the seller's receipts that goes to the platform, in per mille.</param>
public sealed record SettlementTerms(int ImbalancePriceMicrosPerKilowattHour, int ServiceFeePermille);
