// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>
/// The demand that synchronizers add. With jitter (a defence) each prosumer's addition starts late by a part of a slot or more, drawn for each
/// day: the late part falls into the slots that follow, over midnight too.
/// </summary>
internal sealed class ExtraDemand
{
    private readonly double _jitterSlots;
    private readonly ulong _seed;
    private readonly double[][] _added;
    private readonly double[] _pending;
    private int _now;

    /// <summary>No demand yet; stretches of prosumers add at the same time, each to its own row.</summary>
    public ExtraDemand(double jitterSlots, ulong seed, int stretches)
    {
        _jitterSlots = jitterSlots;
        _seed = seed;
        _pending = new double[(int)Math.Ceiling(jitterSlots) + 1];
        _added = new double[stretches][];
        for (int i = 0; i < stretches; i++)
        {
            _added[i] = new double[_pending.Length];
        }
    }

    /// <summary>Adds what one synchronizer adds in the present slot.</summary>
    public void Add(int stretch, int day, int prosumer, double kwh)
    {
        double[] added = _added[stretch];
        if (_jitterSlots == 0)
        {
            added[0] += kwh;
            return;
        }

        double late = _jitterSlots * CounterRandom.Unit(CounterRandom.Draw(CounterRandom.Key(_seed, RandomStream.Jitter, day), prosumer));
        int whole = (int)late;
        added[whole] += kwh * (1 - (late - whole));
        added[whole + 1] += kwh * (late - whole);
    }

    /// <summary>What is due in the present slot; then the next one is present.</summary>
    public double Take()
    {
        foreach (double[] added in _added)
        {
            for (int i = 0; i < added.Length; i++)
            {
                _pending[(_now + i) % _pending.Length] += added[i];
                added[i] = 0;
            }
        }

        double due = _pending[_now];
        _pending[_now] = 0;
        _now = (_now + 1) % _pending.Length;
        return due;
    }
}
