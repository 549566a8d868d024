// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>Energy that a home deposits with its aggregator for sale.</summary>
/// <param name="Meter">The home's meter.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh, 1 or more.</param>
/// <param name="PriceMicrosPerKilowattHour">Lowest price P of a sale in micro-units per kWh.</param>
/// <param name="CostMicrosPerKilowattHour">Cost Q of the energy in micro-units per kWh.</param>
/// <param name="ReputationPermille">Reputation V of the home in per mille; among equal asks the higher one sells first.</param>
public readonly record struct ClusterAsk(
    int Meter, long EnergyMilliwattHours, int PriceMicrosPerKilowattHour, int CostMicrosPerKilowattHour, int ReputationPermille = 1000);
