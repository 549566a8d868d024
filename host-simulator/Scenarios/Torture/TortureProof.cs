// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>
/// The power-cut proof: a scripted run of one meter without a cut counts the bytes it writes to flash; then the same run is made once for every byte and every
/// kind of cut, and each is checked. Runs are independent, so threads change nothing in the result.
/// </summary>
public sealed class TortureProof
{
    private readonly TortureSettings _settings;
    private readonly List<TorturePlan> _plans;
    private readonly TortureOutcome?[] _outcomes;
    private int _next;
    private int _done;

    /// <summary>Runs the script once without a cut and lays out the cuts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public TortureProof(TortureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Slots, TortureSettings.FewestSlots);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Every, 1);
        if (settings.Cuts is < 1 or > 2)
        {
            throw new ArgumentOutOfRangeException(nameof(settings), "A proof makes 1 or 2 cuts in a run.");
        }

        _settings = settings;
        Reference = Execute(null);
        _plans = TorturePlans.Of(settings, Reference.Bytes);
        _outcomes = new TortureOutcome?[_plans.Count];
    }

    /// <summary>The run without a cut.</summary>
    public TortureOutcome Reference { get; }

    /// <summary>How much is done, 0 to 1.</summary>
    public double Progress => (double)Volatile.Read(ref _done) / _plans.Count;

    /// <summary>Whether every plan was run.</summary>
    public bool IsFinished => _next == _plans.Count;

    /// <summary>Runs some more plans, on all processors.</summary>
    /// <param name="count">How many at most.</param>
    public void Run(int count)
    {
        int end = (int)Math.Min(_plans.Count, (long)_next + count);
        Parallel.For(_next, end, index =>
        {
            _outcomes[index] = Execute(_plans[index]);
            Interlocked.Increment(ref _done);
        });
        _next = end;
    }

    /// <summary>What came out so far.</summary>
    public TortureResult Result()
    {
        TortureResult result = new() { Settings = _settings, Reference = Reference };
        result.Add(Reference);
        for (int i = 0; i < _next; i++)
        {
            result.Add(_outcomes[i]!);
        }

        return result;
    }

    private TortureOutcome Execute(TorturePlan? plan)
    {
        using TortureRun run = new(_settings, plan);
        return run.Execute();
    }
}
