// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>The five energies of a home in mWh, as its registers show them or as they truly were.</summary>
/// <param name="ImportMilliwattHours">From the grid.</param>
/// <param name="ExportMilliwattHours">To the grid.</param>
/// <param name="GenerationMilliwattHours">Own generation.</param>
/// <param name="ChargeMilliwattHours">Into the storage.</param>
/// <param name="DischargeMilliwattHours">Out of the storage.</param>
public readonly record struct HomeEnergies(
    long ImportMilliwattHours, long ExportMilliwattHours, long GenerationMilliwattHours, long ChargeMilliwattHours, long DischargeMilliwattHours)
{
    /// <summary>Energy the home consumed: what came in less what went out.</summary>
    public long ConsumptionMilliwattHours =>
        ImportMilliwattHours + GenerationMilliwattHours + DischargeMilliwattHours - ExportMilliwattHours - ChargeMilliwattHours;

    /// <summary>Adds the energies of two homes or periods.</summary>
    public static HomeEnergies operator +(HomeEnergies left, HomeEnergies right) => new(
        left.ImportMilliwattHours + right.ImportMilliwattHours,
        left.ExportMilliwattHours + right.ExportMilliwattHours,
        left.GenerationMilliwattHours + right.GenerationMilliwattHours,
        left.ChargeMilliwattHours + right.ChargeMilliwattHours,
        left.DischargeMilliwattHours + right.DischargeMilliwattHours);

    /// <summary>The energies between two readings.</summary>
    public static HomeEnergies operator -(HomeEnergies left, HomeEnergies right) => new(
        left.ImportMilliwattHours - right.ImportMilliwattHours,
        left.ExportMilliwattHours - right.ExportMilliwattHours,
        left.GenerationMilliwattHours - right.GenerationMilliwattHours,
        left.ChargeMilliwattHours - right.ChargeMilliwattHours,
        left.DischargeMilliwattHours - right.DischargeMilliwattHours);
}
