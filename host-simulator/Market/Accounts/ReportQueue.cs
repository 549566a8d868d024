// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.IO;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Puts the reports of one meter in order by their sequence. One that comes after a gap waits until the gap is filled or its patience ends; so each slot is settled by
/// itself at its own prices even when reports come late, and registers see to it that no energy is lost when they never come.
/// </summary>
internal sealed class ReportQueue
{
    // Seldom more than one: sorted arrays need no memory for a report.
    private readonly SortedList<int, HeldReport> _held = [];
    private int _lastSequence = -1;

    /// <summary>The lowest sequence that is missing; -1 when nothing waits for one.</summary>
    public int Missing => _held.Count > 0 ? _lastSequence + 1 : -1;

    /// <summary>When the first one that waits is settled in any case; null when none waits.</summary>
    public long? DeadlineUtcSeconds => _held.Count > 0 ? _held.GetValueAtIndex(0).DeadlineUtcSeconds : null;

    /// <summary>Whether a report of this slot waits.</summary>
    public bool Holds(int slot) => _held.ContainsKey(slot);

    /// <summary>Adds a report.</summary>
    public void Add(HeldReport report) => _held[report.Slot] = report;

    /// <summary>Whether a report has a sequence that was reached before.</summary>
    public bool HasPassed(HeldReport report) => report.Sequence <= _lastSequence;

    /// <summary>Takes out the next report whose turn it is.</summary>
    public bool TryTake(long utcSeconds, out HeldReport report)
    {
        report = _held.Count > 0 ? _held.GetValueAtIndex(0) : default;
        bool isDue = _held.Count > 0 && (_lastSequence < 0 || report.Sequence <= _lastSequence + 1 || utcSeconds >= report.DeadlineUtcSeconds);
        if (isDue)
        {
            _held.RemoveAt(0);
            _lastSequence = report.Sequence;
        }

        return isDue;
    }

    /// <summary>Forgets the sequence, as when the meter's flash is new.</summary>
    public void Restart() => _lastSequence = -1;

    /// <summary>Writes it.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_lastSequence);
        writer.Write(_held.Count);
        foreach (HeldReport report in _held.Values)
        {
            writer.Write(report.Slot);
            writer.Write(report.Sequence);
            report.Registers.Save(writer);
            writer.Write(report.DeadlineUtcSeconds);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        _lastSequence = reader.ReadInt32();
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            Add(new HeldReport(reader.ReadInt32(), reader.ReadInt32(), MeteredEnergy.Load(reader), reader.ReadInt64()));
        }
    }
}
