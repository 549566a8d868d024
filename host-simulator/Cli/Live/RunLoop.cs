// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Scenarios.Live;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>Keeps a live meter's home, market and output going until somebody ends it, then lets the firmware take its leave.</summary>
internal sealed class RunLoop
{
    private const int StepMilliseconds = 10;
    private const int StepsPerRefresh = 10;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private readonly LiveMeter _meter;
    private readonly LiveMarket? _market;
    private readonly BusEar _ear;
    private readonly IRunOutput _output;
    private int _step;

    public RunLoop(LiveMeter meter, LiveMarket? market, BusEar ear, IRunOutput output)
    {
        _meter = meter;
        _market = market;
        _ear = ear;
        _output = output;
    }

    /// <summary>Runs until SIGINT (Ctrl-C) or SIGTERM.</summary>
    public void Run()
    {
        using StopSignal stop = new();
        _meter.Start();
        _output.Around(() =>
        {
            while (!stop.Wait(StepMilliseconds) && _meter.Failure is null)
            {
                Step();
            }

            TakeLeave();
        });
    }

    private void TakeLeave()
    {
        _meter.RequestEnd();
        long deadline = Environment.TickCount64 + (long)s_patience.TotalMilliseconds;
        while (!_meter.WaitForEnd(TimeSpan.FromMilliseconds(StepMilliseconds)) && Environment.TickCount64 < deadline)
        {
            Step();
        }

        Step();
    }

    private void Step()
    {
        _meter.AdvanceHome();
        _market?.Step();
        _ear.Step();
        while (_ear.TryTake(out BusMessage? message))
        {
            _output.Hear(DateTime.UnixEpoch.AddMicroseconds(_meter.Time.UtcMicroseconds), message);
        }

        if (_step++ % StepsPerRefresh == 0)
        {
            _output.Refresh(_meter);
        }
    }
}
