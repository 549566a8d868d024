// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>
/// The detector on a live bus: takes slot reports as they arrive and judges each slot when the aggregator closes it. Slots shorter than a
/// quarter of an hour are judged a quarter of an hour at a time. Days are days of UTC. Not thread-safe.
/// </summary>
public sealed class SlotReportDetector
{
    private const int SecondsPerDay = 86400;
    private const double MilliwattHoursPerKwh = 1e6;

    private readonly SynchronizationDetector _detector;
    private readonly Dictionary<int, int> _places;
    private readonly List<RegisterReading?> _last;
    private readonly Dictionary<int, double[]> _open = [];
    private readonly int _reportsPerSlot;
    private readonly int _slotsPerDay;
    private int _closed = -1;

    /// <summary>A detector that has seen nothing.</summary>
    /// <param name="meters">Meters of homes that generate; reports of others are not needed.</param>
    /// <param name="slotSeconds">Length of the market's slots, s.</param>
    /// <param name="settings">How to judge; slots and reports are set from <paramref name="slotSeconds"/>.</param>
    /// <exception cref="ArgumentException">The length is none of a slot, or the settings make no sense.</exception>
    public SlotReportDetector(IReadOnlyCollection<int> meters, int slotSeconds, DetectorSettings settings)
    {
        if (!MarketSlot.IsLength(slotSeconds))
        {
            throw new ArgumentException($"{slotSeconds} s is no length of a slot: a divisor of an hour from one minute on.", nameof(slotSeconds));
        }

        _reportsPerSlot = MarketSlot.DefaultSeconds % slotSeconds == 0 ? MarketSlot.DefaultSeconds / slotSeconds : 1;
        _slotsPerDay = SecondsPerDay / (slotSeconds * _reportsPerSlot);
        _detector = new SynchronizationDetector(settings with { SlotsPerDay = _slotsPerDay, ReportsPerSlot = _reportsPerSlot }, meters);
        _places = meters.Select((meter, place) => (meter, place)).ToDictionary(m => m.meter, m => m.place);
        _last = [.. new RegisterReading?[meters.Count]];
    }

    /// <summary>The meters watched.</summary>
    public IReadOnlyList<int> Meters => _detector.Meters;

    /// <summary>Watches one more meter from now on; one that is watched already stays as it is.</summary>
    public void Watch(int meter)
    {
        if (_places.TryAdd(meter, _last.Count))
        {
            _last.Add(null);
            _detector.Watch(meter);
        }
    }

    /// <summary>Takes a report. Energy is the difference to the meter's report of the slot before; without that one it stays unknown.</summary>
    /// <returns>False when the meter is not watched or the report is not newer than its last.</returns>
    public bool Take(SlotReport report)
    {
        if (!_places.TryGetValue(report.Meter, out int place) || _last[place]?.Slot >= report.Slot)
        {
            return false;
        }

        RegisterReading now = new(report.Slot, report.ImportMilliwattHours, report.ExportMilliwattHours);
        if (_last[place] is RegisterReading before && now.Follows(before) && report.Slot > _closed)
        {
            Room(report.Slot)[(place * _reportsPerSlot) + (report.Slot % _reportsPerSlot)] = now.NetImportSince(before) / MilliwattHoursPerKwh;
        }

        _last[place] = now;
        return true;
    }

    /// <summary>Closes a slot: reports that arrive later do not count. Slots must be closed in order; one left out is judged as unknown.</summary>
    /// <param name="slot">Number of the market's slot.</param>
    /// <returns>The judgement; null while a quarter of an hour is not over.</returns>
    /// <exception cref="ArgumentException">The slot is closed already.</exception>
    public SlotFinding? Close(int slot)
    {
        if (slot <= _closed)
        {
            throw new ArgumentException($"Slot {slot} is closed already; the last was {_closed}.", nameof(slot));
        }

        _closed = slot;
        if ((slot + 1) % _reportsPerSlot != 0)
        {
            return null;
        }

        int judged = slot / _reportsPerSlot;
        double[] kwh = Room(slot);
        foreach (int old in _open.Keys.Where(key => key <= judged).ToArray())
        {
            _open.Remove(old);
        }

        return _detector.Observe(judged / _slotsPerDay, judged % _slotsPerDay, kwh);
    }

    // Room for the values of all meters, also of those that are watched only since the slot was opened.
    private double[] Room(int slot)
    {
        int judged = slot / _reportsPerSlot, needed = _last.Count * _reportsPerSlot;
        double[] kwh = _open.GetValueOrDefault(judged, []);
        int known = kwh.Length;
        Array.Resize(ref kwh, needed);
        Array.Fill(kwh, double.NaN, known, needed - known);
        _open[judged] = kwh;
        return kwh;
    }
}
