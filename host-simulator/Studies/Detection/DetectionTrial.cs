// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>One case with one seed: the detector's scores against what really happened.</summary>
public sealed class DetectionTrial
{
    private readonly List<double> _slots = [];
    private readonly List<double> _friendlySlots = [];
    private readonly List<double> _friendlyInWindows = [];
    private readonly List<double> _meters = [];
    private readonly List<double> _friendlyMeters = [];
    private readonly bool[] _isWindow;
    private readonly int _fewest;

    private DetectionTrial(DetectionCase detectionCase, PolicyTable policy)
    {
        // With a single colluder a slot counts when he synchronizes, else when two or more do; slots in between count neither way.
        _fewest = detectionCase.Colluders == 1 ? 1 : 2;
        int Taking(int slot) => Enumerable.Range(0, policy.Prosumers).Count(p => p < detectionCase.Colluders && policy[slot, p]);
        _isWindow = [.. Enumerable.Range(0, policy.Slots).Select(slot => Taking(slot) >= _fewest)];
    }

    /// <summary>Whether scores of slots tell slots with synchronization from slots without.</summary>
    public RocCurve Slots => new(_slots, _friendlySlots);

    /// <summary>The same with friendly slots only at those times of day at which prosumers synchronize on other days: nothing is gained by knowing the time.</summary>
    public RocCurve SlotsInWindows => new(_slots, _friendlyInWindows);

    /// <summary>Whether scores of single meters tell who synchronizes.</summary>
    public RocCurve SingleMeters => new(_meters, _friendlyMeters);

    /// <summary>Whether the campaign paused on any test day.</summary>
    public bool HasPauses => _friendlyInWindows.Count > 0;

    /// <summary>Whether there were slots of both kinds; otherwise there are no curves.</summary>
    public bool CanBeJudged => _slots.Count > 0 && _friendlySlots.Count > 0;

    /// <summary>Part of the slots without synchronization that raised an alert at the detector's own threshold.</summary>
    public double FalseAlarms { get; private set; }

    /// <summary>Part of the slots with synchronization that raised an alert at the detector's own threshold.</summary>
    public double Found { get; private set; }

    /// <summary>Runs the days of the baseline, then the days of the test.</summary>
    public static DetectionTrial Run(DetectionCase detectionCase, IHomes homes, PolicyTable policy, ulong seed, int testDays)
    {
        DetectorSettings settings = new(detectionCase.Baseline, policy.Slots, detectionCase.ReportsPerSlot);
        SynchronizationDetector detector = new(settings, [.. Enumerable.Range(0, homes.Prosumers)]);
        MeterReports reports = new(homes, policy, detectionCase, seed);
        DetectionTrial trial = new(detectionCase, policy);
        for (int day = 0; day < settings.BaselineDays + testDays; day++)
        {
            bool isTest = day >= settings.BaselineDays;
            bool isCampaign = reports.IsCampaign(day, isTest ? detectionCase.Campaigns : detectionCase.Contamination);
            for (int slot = 0; slot < policy.Slots; slot++)
            {
                reports.Read(day, slot, isCampaign);
                SlotFinding finding = detector.Observe(day, slot, reports.NetImportKwh);
                if (isTest)
                {
                    trial.Note(finding, reports.IsSynchronizing);
                }
            }
        }

        trial.FalseAlarms = Above(trial._friendlySlots, settings.Threshold);
        trial.Found = Above(trial._slots, settings.Threshold);
        return trial;
    }

    private void Note(SlotFinding finding, bool[] isSynchronizing)
    {
        int synchronizers = isSynchronizing.Count(s => s);
        if (synchronizers >= _fewest)
        {
            _slots.Add(finding.Score);
        }
        else if (synchronizers == 0)
        {
            _friendlySlots.Add(finding.Score);
            if (_isWindow[finding.Slot])
            {
                _friendlyInWindows.Add(finding.Score);
            }
        }

        for (int i = 0; i < isSynchronizing.Length; i++)
        {
            (isSynchronizing[i] ? _meters : _friendlyMeters).Add(finding.Meters[i].Z);
        }
    }

    private static double Above(List<double> scores, double threshold) => scores.Count == 0 ? 0 : (double)scores.Count(s => s > threshold) / scores.Count;
}
