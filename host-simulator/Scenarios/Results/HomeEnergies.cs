// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text.Json.Serialization;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Metering;

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

    /// <summary>All five together, for what is counted whatever it is.</summary>
    [JsonIgnore]
    public long SumMilliwattHours =>
        ImportMilliwattHours + ExportMilliwattHours + GenerationMilliwattHours + ChargeMilliwattHours + DischargeMilliwattHours;

    /// <summary>The lowest of the five.</summary>
    internal long LowestMilliwattHours => Math.Min(
        Math.Min(ImportMilliwattHours, ExportMilliwattHours),
        Math.Min(GenerationMilliwattHours, Math.Min(ChargeMilliwattHours, DischargeMilliwattHours)));

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

    /// <summary>What registers show.</summary>
    internal static HomeEnergies Of(RegisterBank registers) => new(
        registers.Import.MilliwattHours,
        registers.Export.MilliwattHours,
        registers.Generation.MilliwattHours,
        registers.Charge.MilliwattHours,
        registers.Discharge.MilliwattHours);

    /// <summary>What one sensor sees of them.</summary>
    internal HomeEnergies At(SensorRole role) => role switch
    {
        SensorRole.Grid => new HomeEnergies(ImportMilliwattHours, ExportMilliwattHours, 0, 0, 0),
        SensorRole.Generation => new HomeEnergies(0, 0, GenerationMilliwattHours, 0, 0),
        _ => new HomeEnergies(0, 0, 0, ChargeMilliwattHours, DischargeMilliwattHours),
    };

    /// <summary>A share of them in per mille.</summary>
    internal HomeEnergies Share(long permille) => permille == 0 ? default : new HomeEnergies(
        ImportMilliwattHours * permille / 1000,
        ExportMilliwattHours * permille / 1000,
        GenerationMilliwattHours * permille / 1000,
        ChargeMilliwattHours * permille / 1000,
        DischargeMilliwattHours * permille / 1000);
}
