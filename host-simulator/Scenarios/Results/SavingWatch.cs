// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What was counted and is gone after a start. No more is excused than the bound of docs/reliability.md, and what flowed while flash refused to be written.</summary>
internal sealed class SavingWatch(VirtualFlash flash)
{
    private long _sampleMilliwattHours;
    private long _refusedMilliwattHours;
    private bool _wasRefusing;

    /// <summary>What was lost with the supply.</summary>
    public HomeEnergies NotSaved { get; private set; }

    /// <summary>A sample was counted.</summary>
    public void Count(HomeEnergies counted)
    {
        _sampleMilliwattHours = counted.SumMilliwattHours;
        _refusedMilliwattHours = flash.RefusesChanges || _wasRefusing ? _refusedMilliwattHours + _sampleMilliwattHours : 0;
        _wasRefusing = flash.RefusesChanges;
    }

    /// <summary>A start restored registers.</summary>
    /// <param name="before">What they were when the firmware stopped.</param>
    /// <param name="restored">What they are.</param>
    /// <param name="journalMilliwattHours">Energy after which the firmware saves, in mWh.</param>
    public void Restore(HomeEnergies before, HomeEnergies restored, int journalMilliwattHours)
    {
        HomeEnergies lost = before - restored;
        if (lost.LowestMilliwattHours >= 0 && lost.SumMilliwattHours <= journalMilliwattHours + _sampleMilliwattHours + _refusedMilliwattHours)
        {
            NotSaved += lost;
        }

        _refusedMilliwattHours = 0;
    }
}
