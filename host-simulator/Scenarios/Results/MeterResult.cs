// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>One meter's part in a scenario.</summary>
/// <param name="Meter">Its number.</param>
/// <param name="Home">Where its load comes from.</param>
/// <param name="PvPeakWatts">Installed PV power; 0 without.</param>
/// <param name="StorageWattHours">Usable storage capacity; 0 without.</param>
/// <param name="Strategy">How it prices its asks.</param>
/// <param name="Sensors">What it measures with.</param>
/// <param name="True">What truly flowed, by the home's own integrals.</param>
/// <param name="Faults">What of it faults kept out of the registers; nothing without faults.</param>
/// <param name="Tally">What was seen of it on the bus.</param>
/// <param name="OperatorOnlyMicros">What the same metering would have brought from the operator alone, in micro-units, received positive.</param>
public sealed record MeterResult(
    int Meter,
    string Home,
    int PvPeakWatts,
    int StorageWattHours,
    string Strategy,
    string Sensors,
    HomeEnergies True,
    FaultEnergies Faults,
    MeterTally Tally,
    long OperatorOnlyMicros)
{
    /// <summary>What trading was worth: the meter's money less what the operator alone would have given, in micro-units.</summary>
    public long GainMicros => Tally.AmountMicros - OperatorOnlyMicros;

    /// <summary>The largest error of a register, see <see cref="MeasurementState.WorstErrorPermille"/>.</summary>
    public double WorstErrorPermille => new MeasurementState(True, Faults).WorstErrorPermille(Tally.Metered);
}
