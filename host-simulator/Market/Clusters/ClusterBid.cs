// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>Energy that a home needs from outside.</summary>
/// <param name="Meter">The home's meter.</param>
/// <param name="FirmMilliwattHours">Energy of loads that must run, in mWh, 0 or more.</param>
/// <param name="InterruptibleMilliwattHours">Energy of loads that may be cut, in mWh, 0 or more.</param>
/// <param name="PriceMicrosPerKilowattHour">Highest price of a purchase from other homes, in micro-units per kWh.</param>
public readonly record struct ClusterBid(int Meter, long FirmMilliwattHours, long InterruptibleMilliwattHours, int PriceMicrosPerKilowattHour);
