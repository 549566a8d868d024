// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Looks at a firmware from outside: how often it starts, how long it is off or alone.</summary>
internal sealed class BoardWatch
{
    private const long Micro = 1_000_000;
    private readonly VirtualMeter _meter;
    private long _offMicroseconds;
    private long _aloneMicroseconds;
    private long _sinceMicroseconds;
    private bool _isAlone;

    public BoardWatch(VirtualMeter meter)
    {
        _meter = meter;
        meter.Started += Begin;
        meter.Stepped += Look;
        meter.Stopped += End;
    }

    public int Starts { get; private set; }

    /// <summary>Time between two runs of the firmware in s. One that has not come back yet counts when it does.</summary>
    public long OffSeconds => _offMicroseconds / Micro;

    public long AloneSeconds => _aloneMicroseconds / Micro;

    private void Begin()
    {
        _offMicroseconds += Starts > 0 ? _meter.UtcMicroseconds - _sinceMicroseconds : 0;
        _sinceMicroseconds = _meter.UtcMicroseconds;
        _isAlone = false;
        Starts++;
    }

    private void Look()
    {
        Count();
        _isAlone = _meter.Firmware!.Controller.IsAlone;
    }

    private void End(StopReason reason)
    {
        Count();
        _isAlone = false;
    }

    private void Count()
    {
        _aloneMicroseconds += _isAlone ? _meter.UtcMicroseconds - _sinceMicroseconds : 0;
        _sinceMicroseconds = _meter.UtcMicroseconds;
    }
}
