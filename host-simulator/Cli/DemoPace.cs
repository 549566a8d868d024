// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.Threading;
using Prosumeter.Simulator.Scenarios.Demo;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli;

/// <summary>Drives a demo to its end: as fast as possible or at a pace, with a progress bar once it takes longer than two seconds and somebody watches.</summary>
internal sealed class DemoPace
{
    private const int ChunkSeconds = 900;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private readonly DemoScenario _scenario;
    private readonly double? _speed;
    private readonly long _startUtcSeconds;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private DemoPace(DemoScenario scenario, double? speed)
    {
        _scenario = scenario;
        _speed = speed;
        _startUtcSeconds = scenario.NowUtcSeconds;
    }

    /// <summary>Runs a demo to its end.</summary>
    /// <param name="scenario">The demo.</param>
    /// <param name="speed">Virtual seconds in a second, or null for as fast as possible.</param>
    public static void RunToEnd(DemoScenario scenario, double? speed)
    {
        DemoPace pace = new(scenario, speed);
        while (!scenario.IsFinished && (pace._watch.Elapsed < s_patience || !Screen.IsWatched))
        {
            pace.RunChunk();
        }

        if (!scenario.IsFinished)
        {
            Screen.Error().Progress().AutoClear(true).Start(pace.RunWatched);
        }
    }

    private void RunWatched(ProgressContext context)
    {
        ProgressTask task = context.AddTask("simulating", maxValue: 1);
        while (!_scenario.IsFinished)
        {
            RunChunk();
            task.Value = _scenario.Progress;
            task.Description = $"{DateTime.UnixEpoch.AddSeconds(_scenario.NowUtcSeconds):yyyy-MM-dd HH:mm}";
        }
    }

    private void RunChunk()
    {
        if (_speed is not double speed)
        {
            _scenario.Run(ChunkSeconds);
            return;
        }

        long due = _startUtcSeconds + (long)(_watch.Elapsed.TotalSeconds * speed);
        if (due > _scenario.NowUtcSeconds)
        {
            _scenario.Run((int)Math.Min(due - _scenario.NowUtcSeconds, ChunkSeconds));
        }
        else
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(20));
        }
    }
}
