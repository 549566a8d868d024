// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>What becomes of the energy that a home got in neither auction.</summary>
/// <param name="Meter">The home's meter.</param>
/// <param name="GridMilliwattHours">Bought from the grid at the real-time price, in mWh.</param>
/// <param name="ReserveMilliwattHours">Bought from the reserve at the central price, in mWh.</param>
/// <param name="UnservedMilliwattHours">Had from nobody, in mWh.</param>
/// <param name="PaidMicros">Money the home pays for it, in micro-units.</param>
public readonly record struct BackstopPurchase(
    int Meter, long GridMilliwattHours, long ReserveMilliwattHours, long UnservedMilliwattHours, long PaidMicros);
