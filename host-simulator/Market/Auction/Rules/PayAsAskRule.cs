// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The discriminatory auction of Sabounchi and Wei: each pair trades at its ask.</summary>
public sealed class PayAsAskRule : PairwiseRule
{
    /// <inheritdoc/>
    public override string Name => "pay-as-ask";

    /// <inheritdoc/>
    private protected override long AmountMicros(long energyMilliwattHours, int ask, int bid) => Money.Amount(energyMilliwattHours, ask);
}
