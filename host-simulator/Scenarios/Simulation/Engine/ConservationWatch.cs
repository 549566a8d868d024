// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Looks in every slot whether energy and money are conserved in one cluster, comparing figures from different hands: physics, registers, market.</summary>
internal sealed class ConservationWatch
{
    private const int MostKept = 20;
    private const long MicrojoulesPerMilliwattHour = 3_600_000;
    private const long MilliwattHoursPerKilowattHour = 1_000_000;
    private const int Registers = 5;
    private readonly string _cluster;
    private readonly List<string> _violations = [];
    private long _stored;

    public ConservationWatch(string cluster) => _cluster = cluster;

    /// <summary>How many checks were made.</summary>
    public long Checks { get; private set; }

    /// <summary>How many failed.</summary>
    public long Failures { get; private set; }

    /// <summary>The first failures in words.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>Energy lost in the storages so far, in uJ.</summary>
    public long LossMicrojoules { get; private set; }

    public void Open(long storedMicrojoules) => _stored = storedMicrojoules;

    /// <summary>Physics: what came into the homes went out of them, and a storage gives less than it got.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="flows">What flowed in it.</param>
    /// <param name="storedMicrojoules">What is in the storages after it.</param>
    /// <param name="toleranceMillijoules">How exactly both are known; 0 without virtual boards.</param>
    public void CheckFlows(int slot, in HomeFlows flows, long storedMicrojoules, long toleranceMillijoules = 0)
    {
        Check(slot, Math.Abs(flows.Imbalance) <= toleranceMillijoules, "energy in the homes", flows.Imbalance, "mJ");
        long loss = ((flows.Charge - flows.Discharge) * 1000) - (storedMicrojoules - _stored);
        Check(slot, loss >= -toleranceMillijoules * 1000, "energy in the storages", loss, "uJ");
        LossMicrojoules += loss;
        _stored = storedMicrojoules;
    }

    /// <summary>Metering: the registers of a home show what truly flowed since they were 0, each to less than a mWh.</summary>
    public void CheckRegisters(int slot, in HomeFlows total, HomeEnergies registers)
    {
        long error = Error(registers.ImportMilliwattHours, total.Import)
            + Error(registers.ExportMilliwattHours, total.Export)
            + Error(registers.GenerationMilliwattHours, total.Generation)
            + Error(registers.ChargeMilliwattHours, total.Charge)
            + Error(registers.DischargeMilliwattHours, total.Discharge);
        Check(slot, error is >= 0 and < Registers * MicrojoulesPerMilliwattHour, "registers of a home", error, "uJ");
    }

    /// <summary>
    /// Metering through the sensors of a virtual board: the registers show what they could see of what truly flowed, but for the error of sampling and sensors. What faults
    /// kept out of them is known by the home and the switches of the board, and stands in the results.
    /// </summary>
    /// <param name="slot">The slot.</param>
    /// <param name="state">What has flowed since the registers were 0, and what faults kept out of them.</param>
    /// <param name="registers">What they show.</param>
    /// <param name="resolutionMilliwattHours">What the sensors cannot tell from nothing, since then.</param>
    public void CheckMeter(int slot, in MeasurementState state, HomeEnergies registers, long resolutionMilliwattHours)
    {
        HomeEnergies error = registers - state.Measurable;
        long worst = Math.Max(
            Math.Max(Beyond(error.ImportMilliwattHours, state.True.ImportMilliwattHours), Beyond(error.ExportMilliwattHours, state.True.ExportMilliwattHours)),
            Math.Max(
                Beyond(error.GenerationMilliwattHours, state.True.GenerationMilliwattHours),
                Math.Max(Beyond(error.ChargeMilliwattHours, state.True.ChargeMilliwattHours), Beyond(error.DischargeMilliwattHours, state.True.DischargeMilliwattHours))));
        Check(slot, worst <= resolutionMilliwattHours, "registers of a home on a board and what they could see", worst, "mWh beyond the error of the sensors");
    }

    /// <summary>Registers in reports never fall from one slot to a later one.</summary>
    public void CheckReports(int slot, int falls) => Check(slot, falls == 0, "registers in the reports of a home on a board fall and", falls, "reports");

    /// <summary>Trade in the cluster: energy sold is energy bought, and each coin that was minted was redeemed or returned.</summary>
    public void CheckClearing(SlotFigures figures)
    {
        long energy = figures.SoldMilliwattHours - figures.BoughtMilliwattHours;
        Check(figures.Slot, energy == 0, "energy sold and bought", energy, "mWh");
        long coins = figures.CoinsMintedMilliwattHours - figures.CoinsRedeemedMilliwattHours - figures.CoinsReturnedMilliwattHours;
        Check(figures.Slot, coins == 0, "coins minted and redeemed or returned", coins, "mWh");
        long redeemed = figures.CoinsRedeemedMilliwattHours - figures.SoldMilliwattHours - figures.UpperSoldMilliwattHours;
        Check(figures.Slot, redeemed == 0, "coins redeemed and energy sold", redeemed, "mWh");
    }

    /// <summary>Trade between clusters: what some sell and receive, others buy and pay.</summary>
    public void CheckUpperLevel(int slot, long energyMilliwattHours, long amountMicros)
    {
        Check(slot, energyMilliwattHours == 0, "energy sold and bought between clusters", energyMilliwattHours, "mWh");
        Check(slot, amountMicros == 0, "money received and paid between clusters", amountMicros, "micro-units");
    }

    /// <summary>Orders of a marketplace: what some get, others give, the platform and the supplier included.</summary>
    public void CheckOrders(int slot, long energyMilliwattHours, long amountMicros)
    {
        Check(slot, energyMilliwattHours == 0, "energy of the orders", energyMilliwattHours, "mWh");
        Check(slot, amountMicros == 0, "money of the orders", amountMicros, "micro-units");
    }

    /// <summary>Settlement: the operator delivered what the settled meters imported less what they exported and traded, and all balances add up to nothing.</summary>
    public void CheckSettlement(int slot, long meteredMilliwattHours, long operatorMilliwattHours, long sumMicros)
    {
        Check(slot, meteredMilliwattHours == operatorMilliwattHours, "energy settled and metered", meteredMilliwattHours - operatorMilliwattHours, "mWh");
        Check(slot, sumMicros == 0, "money of meters and operator", sumMicros, "micro-units");
    }

    /// <summary>All settlements of a meter together are the rise of its registers between its first report and its last.</summary>
    public void CheckSettled(int slot, MeteredEnergy settled, MeteredEnergy reported)
    {
        Check(slot, settled.ImportMilliwattHours == reported.ImportMilliwattHours, "import settled and reported", settled.ImportMilliwattHours - reported.ImportMilliwattHours, "mWh");
        Check(slot, settled.ExportMilliwattHours == reported.ExportMilliwattHours, "export settled and reported", settled.ExportMilliwattHours - reported.ExportMilliwattHours, "mWh");
    }

    // As in a demo: so many per mille of what flowed, at least of 1 kWh.
    private static long Beyond(long errorMilliwattHours, long trueMilliwattHours) =>
        Math.Abs(errorMilliwattHours) - (long)(Math.Max(trueMilliwattHours, MilliwattHoursPerKilowattHour) * BalanceChecks.AllowedErrorPermille / 1000);

    private static long Error(long registerMilliwattHours, long trueMillijoules) => (trueMillijoules * 1000) - (registerMilliwattHours * MicrojoulesPerMilliwattHour);

    private void Check(int slot, bool holds, string what, long difference, string unit)
    {
        Checks++;
        if (!holds && Failures++ < MostKept)
        {
            _violations.Add(string.Create(CultureInfo.InvariantCulture, $"{_cluster}, slot {slot}: {what} differ by {difference} {unit}"));
        }
    }
}
