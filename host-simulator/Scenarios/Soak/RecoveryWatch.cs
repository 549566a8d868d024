// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>How long after a fault of the network or the supply the board is on air again, and how late it sampled meanwhile. It looks at the board from outside.</summary>
/// <remarks>
/// A recovery counts from the end of the fault, or from the loss of the link where that is later. While Close hangs the meter shall not wait: then it counts from the loss of the link,
/// whether the fault is over or not. Connect and name resolution keep everybody off air as long as they hang: there it counts from the end of the fault. After a fault of the supply it
/// counts from the supply's return.
/// </remarks>
internal sealed class RecoveryWatch
{
    private readonly VirtualMeter _meter;
    private readonly FaultInjector _faults;
    private readonly Dictionary<string, List<long>> _milliseconds;
    private string? _cause;
    private bool _wasOnAir;
    private long _overMicroseconds;
    private long _sampledMicroseconds;
    private int _samples;

    public RecoveryWatch(VirtualMeter meter, FaultInjector faults)
    {
        _meter = meter;
        _faults = faults;
        _milliseconds = SoakFaults.Network.Concat(SoakFaults.Supply).ToDictionary(one => one.Name, _ => new List<long>());
        faults.Switched += Note;
        meter.Stepped += Look;
        meter.Started += Forget;
    }

    /// <summary>What was measured, by fault in the order of docs/faults.md, and of all together last.</summary>
    public IReadOnlyList<SoakRecovery> Recoveries =>
    [
        .. _milliseconds.Select(pair => SoakRecovery.Of(pair.Key, pair.Value)),
        SoakRecovery.Of("all", _milliseconds.Values.SelectMany(one => one)),
    ];

    /// <summary>The longest time between two samples beyond the period, while no fault but those of the network was present, in ms.</summary>
    public long WorstLatenessMilliseconds { get; private set; }

    private bool IsNetworkOnly => _faults.Present.All(fault => SoakFaults.Network.Contains(fault.Switch));

    // Any other fault meanwhile: what comes says nothing of those that are counted.
    private void Note(PlannedFault fault, bool isOn)
    {
        PlannedFault to = _faults.Present.FirstOrDefault(present => SoakFaults.IsLurking(present.Switch)) ?? fault;
        _cause = _milliseconds.ContainsKey(to.Switch.Name) ? to.Switch.Name : null;
        _overMicroseconds = SoakFaults.LetsRecover(fault.Switch) ? _overMicroseconds : _meter.UtcMicroseconds;
    }

    // The firmware restarts by itself too; only the supply's return is counted.
    private void Forget()
    {
        _cause = SoakFaults.Supply.Any(one => one.Name == _cause) ? _cause : null;
        _overMicroseconds = _meter.UtcMicroseconds;
        _wasOnAir = false;
        _samples = 0;
    }

    private void Look()
    {
        bool isOnAir = _meter.Board.IsOnAir;
        if (isOnAir != _wasOnAir)
        {
            Change(isOnAir);
        }

        LookAtSample();
    }

    private void Change(bool isOnAir)
    {
        _wasOnAir = isOnAir;
        long now = _meter.UtcMicroseconds;
        if (!isOnAir)
        {
            _overMicroseconds = Math.Max(_overMicroseconds, now);
        }
        else if (_cause is not null && _faults.Present.All(fault => SoakFaults.LetsRecover(fault.Switch)))
        {
            _milliseconds[_cause].Add((now - _overMicroseconds) / 1000);
        }
    }

    private void LookAtSample()
    {
        int samples = _meter.Firmware!.Sampler.SampleCount;
        if (samples == _samples)
        {
            return;
        }

        long now = _meter.UtcMicroseconds;
        if (_samples > 0 && IsNetworkOnly)
        {
            long late = ((now - _sampledMicroseconds) / 1000) - _meter.Meter.SamplingPeriodMilliseconds;
            WorstLatenessMilliseconds = Math.Max(WorstLatenessMilliseconds, late);
        }

        _samples = samples;
        _sampledMicroseconds = now;
    }
}
