// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Looks at a firmware from outside: how often it starts, how long it is off or alone.</summary>
internal sealed class BoardWatch
{
    private const long Micro = 1_000_000;
    private readonly VirtualMeter _meter;
    private long _offMicroseconds;
    private long _aloneMicroseconds;
    private long _sinceMicroseconds;
    private HomeEnergies _registers;
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

    /// <summary>What the registers show, or did when the firmware stopped.</summary>
    public HomeEnergies Registers => _meter.Firmware is Meter firmware ? HomeEnergies.Of(firmware.Registers) : _registers;

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
        _registers = Registers;
    }

    private void Count()
    {
        _aloneMicroseconds += _isAlone ? _meter.UtcMicroseconds - _sinceMicroseconds : 0;
        _sinceMicroseconds = _meter.UtcMicroseconds;
    }
}
