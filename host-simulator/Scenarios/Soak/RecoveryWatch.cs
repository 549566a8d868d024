// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>How long after a network fault the board is on air again, and how late it sampled meanwhile. It looks at the board from outside.</summary>
internal sealed class RecoveryWatch
{
    /// <summary>The faults of the network and of its library.</summary>
    public static readonly IReadOnlyList<FaultSwitch> NetworkFaults = FaultSwitches.All.TakeWhile(one => one.Name != "sntp-dead").ToList();

    private readonly VirtualMeter _meter;
    private readonly FaultInjector _faults;
    private readonly SortedDictionary<string, List<long>> _milliseconds = [];
    private string? _cause;
    private bool _wasOnAir;
    private long _overMicroseconds;
    private long _sampledMicroseconds;
    private int _samples;

    public RecoveryWatch(VirtualMeter meter, FaultInjector faults)
    {
        _meter = meter;
        _faults = faults;
        faults.Switched += Note;
        meter.Stepped += Look;
        meter.Started += Forget;
    }

    /// <summary>Recoveries in ms by the name of the fault, counted from its end or, where it is over at once, from the loss of the link.</summary>
    public IReadOnlyDictionary<string, List<long>> Milliseconds => _milliseconds;

    /// <summary>The longest time between two samples beyond the period, while no fault but those of the network was present, in ms.</summary>
    public long WorstLatenessMilliseconds { get; private set; }

    private bool IsNetworkOnly => _faults.Present.All(fault => NetworkFaults.Contains(fault.Switch));

    private void Note(PlannedFault fault, bool isOn)
    {
        // Any other fault meanwhile: what comes says nothing of the network's.
        _cause = NetworkFaults.Contains(fault.Switch) ? fault.Switch.Name : null;
        _overMicroseconds = _meter.UtcMicroseconds;
    }

    private void Forget()
    {
        _cause = null;
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
        else if (_cause is not null && _faults.Present.Count == 0)
        {
            Of(_cause).Add((now - _overMicroseconds) / 1000);
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

    private List<long> Of(string name)
    {
        if (!_milliseconds.TryGetValue(name, out List<long>? list))
        {
            _milliseconds[name] = list = [];
        }

        return list;
    }
}
