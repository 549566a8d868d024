// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections;
using System.Collections.Generic;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>The slot reports of one board as they come over its line: which slots have one, which came late, and whether a register ever fell.</summary>
internal sealed class BoardReports
{
    /// <summary>A report that comes within this time after its slot is in time, in s.</summary>
    public const int InTimeSeconds = 2;

    private readonly int _firstSlot;
    private readonly BitArray _isReported;
    private readonly List<HeldReport> _waiting = [];
    private HeldReport _latest;

    public BoardReports(int firstSlot, int slots)
    {
        _firstSlot = firstSlot;
        _isReported = new BitArray(slots);
        Missing = slots;
    }

    /// <summary>Slots whose report came, but late.</summary>
    public int Late { get; private set; }

    /// <summary>Slots that count and have no report.</summary>
    public int Missing { get; private set; }

    /// <summary>Reports whose registers are below those of an earlier one. Earlier is by sequence: a board's clock may be wrong.</summary>
    public int Falls { get; private set; }

    /// <summary>What the registers rose by from the report before to that of the slot that was lived through last; nothing when there is none of it yet.</summary>
    public MeteredEnergy SlotMetered { get; private set; }

    /// <summary>Whether a slot that counts has a report.</summary>
    public bool Has(int slot) => _isReported[slot - _firstSlot];

    /// <summary>Takes what came until the slot that was lived through last was over.</summary>
    public void Take(IReadOnlyList<HeldReport> reports, int slot)
    {
        SlotMetered = default;
        foreach (HeldReport report in reports)
        {
            Compare(report, slot);
            Note(report.Slot, slot);
            _waiting.Add(report);
        }
    }

    /// <summary>The reports that were not taken out before.</summary>
    public HeldReport[] TakeAll()
    {
        HeldReport[] all = [.. _waiting];
        _waiting.Clear();
        return all;
    }

    private void Compare(HeldReport report, int slot)
    {
        bool isNewer = report.Sequence >= _latest.Sequence;
        Falls += (isNewer ? report.Registers.IsBelow(_latest.Registers) : _latest.Registers.IsBelow(report.Registers)) ? 1 : 0;
        if (isNewer)
        {
            SlotMetered = report.Slot == slot ? report.Registers - _latest.Registers : default;
            _latest = report;
        }
    }

    // One of the future is refused by the market, so it does not count.
    private void Note(int reported, int slot)
    {
        int index = reported - _firstSlot;
        if (index >= 0 && reported <= slot + 1L && index < _isReported.Length && !_isReported[index])
        {
            _isReported[index] = true;
            Missing--;
            Late += reported < slot ? 1 : 0;
        }
    }
}
