// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Adds up what truly flowed in the homes of a cluster, and has it checked.</summary>
internal sealed class FlowMeter
{
    private const long MillijoulesPerMilliwattHour = 3600;
    private const long MicrojoulesPerMilliwattHour = 3_600_000;
    private readonly ClusterHome[] _homes;
    private readonly HomeFlows[] _totals;
    private readonly ConservationWatch _watch;
    private readonly long _toleranceMillijoules;

    public FlowMeter(ClusterHome[] homes, ConservationWatch watch)
    {
        _homes = homes;
        _totals = new HomeFlows[homes.Length];
        _watch = watch;
        _toleranceMillijoules = homes.Sum(home => home.FlowToleranceMillijoules);
        watch.Open(homes.Sum(home => home.StoredMicrojoules));
    }

    /// <summary>Energy lost in the storages so far, in mWh.</summary>
    public long LossMilliwattHours => _watch.LossMicrojoules / MicrojoulesPerMilliwattHour;

    /// <summary>Counts the slot that the homes have lived through.</summary>
    public void Count(SlotFigures figures)
    {
        HomeFlows flows = default;
        long stored = 0;
        for (int index = 0; index < _homes.Length; index++)
        {
            flows.Add(_homes[index].SlotFlows);
            _totals[index].Add(_homes[index].SlotFlows);
            stored += _homes[index].StoredMicrojoules;
            _homes[index].CheckRegisters(figures.Slot, _totals[index], _watch);
        }

        _watch.CheckFlows(figures.Slot, flows, stored, _toleranceMillijoules);
        figures.LoadMilliwattHours = flows.Load / MillijoulesPerMilliwattHour;
        figures.CutMilliwattHours = flows.Cut / MillijoulesPerMilliwattHour;
        figures.GenerationMilliwattHours = flows.Generation / MillijoulesPerMilliwattHour;
        figures.ImportMilliwattHours = flows.Import / MillijoulesPerMilliwattHour;
        figures.ExportMilliwattHours = flows.Export / MillijoulesPerMilliwattHour;
        figures.ChargeMilliwattHours = flows.Charge / MillijoulesPerMilliwattHour;
        figures.DischargeMilliwattHours = flows.Discharge / MillijoulesPerMilliwattHour;
        figures.StoredMilliwattHours = stored / MicrojoulesPerMilliwattHour;
    }
}
