// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What a simulation was for one home.</summary>
/// <param name="Meter">Its meter.</param>
/// <param name="Home">Its name.</param>
/// <param name="PvPeakWatts">Installed PV power; 0 without.</param>
/// <param name="StorageWattHours">Usable storage capacity; 0 without.</param>
/// <param name="Strategy">How it prices its asks.</param>
/// <param name="Metered">What its registers rose by.</param>
/// <param name="Trades">Slots in which it traded.</param>
/// <param name="SoldMilliwattHours">Energy awarded as a seller, in mWh.</param>
/// <param name="BoughtMilliwattHours">Energy awarded as a buyer, in mWh.</param>
/// <param name="AmountMicros">Money of all settlements, fees and penalties in micro-units, received positive.</param>
/// <param name="OperatorOnlyMicros">What the same metering would have brought from the operator alone, in micro-units, received positive.</param>
public sealed record HomeOutcome(
    int Meter,
    string Home,
    int PvPeakWatts,
    int StorageWattHours,
    string Strategy,
    HomeEnergies Metered,
    int Trades,
    long SoldMilliwattHours,
    long BoughtMilliwattHours,
    long AmountMicros,
    long OperatorOnlyMicros)
{
    /// <summary>Fees of a marketplace, in the money already, in micro-units.</summary>
    public long FeeMicros { get; init; }

    /// <summary>Penalties for ordered energy that was not delivered or not taken, in the money already, in micro-units.</summary>
    public long PenaltyMicros { get; init; }

    /// <summary>How its virtual board fared; null for a home that lived in the engine.</summary>
    public BoardOutcome? Board { get; init; }

    /// <summary>What trading was worth, in micro-units.</summary>
    public long GainMicros => AmountMicros - OperatorOnlyMicros;
}
