// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What counts of a slot report.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Faults">Faults seen in the slot.</param>
/// <param name="Registers">Registers at its end.</param>
/// <param name="IsRefused">Whether the market refused it.</param>
internal readonly record struct ReportedRegisters(int Slot, int Sequence, int Faults, HomeEnergies Registers, bool IsRefused = false)
{
    public static ReportedRegisters Of(SlotReport report) => new(
        report.Slot,
        report.Sequence,
        report.Faults,
        new HomeEnergies(
            report.ImportMilliwattHours,
            report.ExportMilliwattHours,
            report.GenerationMilliwattHours,
            report.ChargeMilliwattHours,
            report.DischargeMilliwattHours));
}
