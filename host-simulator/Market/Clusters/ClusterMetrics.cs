// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>The figures of one cluster in one slot (Sabounchi and Wei, equations 12 to 22, as docs/market.md reads them).</summary>
/// <param name="RevenueMicros">Money Y of all sellers after tax, in micro-units: the sum of T = S P (1 - tau) (equations 12 and 13, reputation weighing no money).</param>
/// <param name="TaxMicros">Tax of all sellers in micro-units.</param>
/// <param name="Intersection">Where the linearised curves of demand and supply cross (equation 14).</param>
/// <param name="CostMicros">Cost Z of the sold energy in micro-units: the sum of Q times energy (equation 16).</param>
/// <param name="UnservedMilliwattHours">Demand phi that was cut or not served, in mWh, 0 or more (equations 18 and 19).</param>
/// <param name="PenaltyMicros">Penalty O of it in micro-units, 0 or more (equation 20).</param>
/// <param name="HeadroomMilliwattHours">Deposits and reserve less demand, in mWh: 0 or more when the cluster can serve itself (equation 22).</param>
public sealed record ClusterMetrics(
    long RevenueMicros,
    long TaxMicros,
    CurveIntersection Intersection,
    long CostMicros,
    long UnservedMilliwattHours,
    long PenaltyMicros,
    long HeadroomMilliwattHours)
{
    /// <summary>Profit of the sellers less the penalty, U - O with U = Y - Z, in micro-units (equations 17 and 21).</summary>
    public long ObjectiveMicros => RevenueMicros - CostMicros - PenaltyMicros;
}
