// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What a meter holds for a slot after the auction: energy it must deliver or take, and the money of it. It stands whatever is metered.</summary>
/// <param name="SoldMilliwattHours">Energy it must deliver, in mWh.</param>
/// <param name="BoughtMilliwattHours">Energy it must take, in mWh.</param>
/// <param name="ReceivedMicros">Money it receives, before tax, in micro-units.</param>
/// <param name="PaidMicros">Money it pays, in micro-units.</param>
/// <param name="TaxMicros">Tax on the received money, in micro-units.</param>
public readonly record struct Position(
    long SoldMilliwattHours, long BoughtMilliwattHours, long ReceivedMicros, long PaidMicros, long TaxMicros)
{
    /// <summary>Money received for the sold energy after tax (Sabounchi and Wei, eq 12).</summary>
    public long NetReceivedMicros => ReceivedMicros - TaxMicros;

    /// <summary>Adds two positions of one meter.</summary>
    public static Position operator +(Position left, Position right) => new(
        left.SoldMilliwattHours + right.SoldMilliwattHours,
        left.BoughtMilliwattHours + right.BoughtMilliwattHours,
        left.ReceivedMicros + right.ReceivedMicros,
        left.PaidMicros + right.PaidMicros,
        left.TaxMicros + right.TaxMicros);
}
