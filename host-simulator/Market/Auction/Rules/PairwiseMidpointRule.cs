// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>Each pair trades half-way between its ask and its bid, so buyer and seller share the gain of their pair equally.</summary>
public sealed class PairwiseMidpointRule : PairwiseRule
{
    /// <inheritdoc/>
    public override string Name => "pairwise-midpoint";

    /// <inheritdoc/>
    private protected override long AmountMicros(long energyMilliwattHours, int ask, int bid) => Money.AmountAtMean(energyMilliwattHours, ask, bid);
}
