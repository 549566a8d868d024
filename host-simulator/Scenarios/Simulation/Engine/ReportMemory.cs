// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>The last reports of a meter, as its flash keeps them to be sent again.</summary>
internal sealed class ReportMemory
{
    private const int Kept = 96;
    private readonly Queue<HeldReport> _reports = new();

    /// <summary>The reports of the slots after one, oldest first.</summary>
    public List<HeldReport> After(int slot) => _reports.Where(report => report.Slot > slot).ToList();

    /// <summary>Keeps a report, instead of the oldest one when there is no room.</summary>
    public void Add(HeldReport report)
    {
        _reports.Enqueue(report);
        if (_reports.Count > Kept)
        {
            _reports.Dequeue();
        }
    }

    /// <summary>The reports from a sequence on.</summary>
    public List<HeldReport> From(int sequence) => _reports.Where(report => report.Sequence >= sequence).ToList();
}
