// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// A storage with limited power, limited energy and losses, in integers: energies in uJ (mW times s times per mille), powers in mW at the terminals. It behaves
/// like <see cref="Boards.Home.Battery"/> with steps of whole seconds, but says how many seconds a power can last, so that steps need not be short.
/// Losses are rounded up: it never gives more than it got.
/// </summary>
internal struct SimulatedBattery
{
    private const long Whole = 1000;
    private const long MicrojoulesPerWattHour = 3_600_000_000;

    private readonly int _ratedMilliwatts;
    private readonly int _chargePermille;
    private readonly int _dischargePermille;

    public SimulatedBattery(HomePlan plan)
    {
        CapacityMicrojoules = plan.Meter.StorageWattHours * MicrojoulesPerWattHour;
        StoredMicrojoules = CapacityMicrojoules / Whole * plan.Meter.StateOfChargePermille;
        _ratedMilliwatts = plan.Meter.StorageWattHours > 0 ? checked(plan.Meter.StorageWatts * 1000) : 0;
        _chargePermille = plan.Meter.ChargeEfficiencyPermille;
        _dischargePermille = plan.Meter.DischargeEfficiencyPermille;
    }

    public readonly int RatedMilliwatts => _ratedMilliwatts;

    public readonly long CapacityMicrojoules { get; }

    public long StoredMicrojoules { get; private set; }

    /// <summary>To the nearest per mille; 0 without storage.</summary>
    public readonly int StateOfChargePermille => CapacityMicrojoules == 0 ? 0
        : (int)((StoredMicrojoules + (CapacityMicrojoules / (2 * Whole))) / (CapacityMicrojoules / Whole));

    /// <summary>The power nearest to the wanted one that can last for a second, charge positive.</summary>
    public readonly int Limit(long wantedMilliwatts)
    {
        if (wantedMilliwatts >= 0)
        {
            long room = (CapacityMicrojoules - StoredMicrojoules) / _chargePermille;
            return (int)Math.Min(Math.Min(wantedMilliwatts, _ratedMilliwatts), room);
        }

        long store = StoredMicrojoules / Whole * _dischargePermille / Whole;
        return (int)-Math.Min(Math.Min(-wantedMilliwatts, _ratedMilliwatts), store);
    }

    /// <summary>Whole seconds, 1 or more, for which a limited power can last.</summary>
    public readonly long SecondsAt(int milliwatts) => milliwatts switch
    {
        > 0 => Math.Max((CapacityMicrojoules - StoredMicrojoules) / ((long)milliwatts * _chargePermille), 1),
        < 0 => Math.Max(StoredMicrojoules / Drain(milliwatts), 1),
        _ => long.MaxValue,
    };

    /// <summary>Whole seconds until discharging at a power brings the rounded state of charge down to a bound.</summary>
    public readonly long SecondsTo(int boundPermille, int milliwatts)
    {
        long bound = (CapacityMicrojoules / Whole * boundPermille) + (CapacityMicrojoules / (2 * Whole));
        return StoredMicrojoules < bound ? 1 : ((StoredMicrojoules - bound) / Drain(milliwatts)) + 1;
    }

    /// <summary>Lets a limited power flow.</summary>
    public void Advance(int milliwatts, int seconds)
    {
        long change = milliwatts >= 0 ? (long)milliwatts * _chargePermille * seconds : -Drain(milliwatts) * seconds;
        StoredMicrojoules = Math.Clamp(StoredMicrojoules + change, 0, CapacityMicrojoules);
    }

    // What a second of discharging takes out of the store, rounded up.
    private readonly long Drain(int milliwatts) => ((-(long)milliwatts * Whole * Whole) + _dischargePermille - 1) / _dischargePermille;
}
