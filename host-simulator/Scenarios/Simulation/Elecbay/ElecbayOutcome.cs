// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What came out of a marketplace.</summary>
/// <param name="Orders">Orders placed.</param>
/// <param name="Settled">Orders accepted by all three, delivered, metered and settled.</param>
/// <param name="RejectedByMarket">Orders that the market rejected.</param>
/// <param name="RejectedByNetwork">Orders that the network operator rejected: voltage or thermal limit.</param>
/// <param name="RejectedBySupplier">Orders that the supplier rejected.</param>
/// <param name="OrderedMilliwattHours">Energy of the accepted orders in mWh.</param>
/// <param name="SettledMilliwattHours">Energy that was both delivered and taken, in mWh.</param>
/// <param name="PlatformMicros">Fees of the platform in micro-units.</param>
/// <param name="SupplierMicros">Penalties for what was not delivered or not taken, in micro-units.</param>
/// <param name="Rejections">The first rejections by each party, with reasons.</param>
public sealed record ElecbayOutcome(
    int Orders,
    int Settled,
    int RejectedByMarket,
    int RejectedByNetwork,
    int RejectedBySupplier,
    long OrderedMilliwattHours,
    long SettledMilliwattHours,
    long PlatformMicros,
    long SupplierMicros,
    IReadOnlyList<string> Rejections);
