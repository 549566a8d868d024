// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>The same action values in floating point: only to show that Q16.16 changes no conclusion.</summary>
public readonly struct FloatQValues : IQValues
{
    private readonly double[] _values;
    private readonly int _prosumers;
    private readonly double _alpha;
    private readonly double _gamma;

    /// <summary>Tables in which every value is the reading's initial one.</summary>
    public FloatQValues(Reading reading, int prosumers)
    {
        _prosumers = prosumers;
        _values = new double[reading.SlotsPerDay * 2 * prosumers];
        (_alpha, _gamma) = (reading.LearningRate, reading.Discount);
        Array.Fill(_values, reading.InitialQ);
    }

    /// <inheritdoc/>
    public double Value(int slot, int action, int prosumer) => _values[Index(slot, action, prosumer)];

    /// <inheritdoc/>
    public int Compare(int slot, int prosumer) => Value(slot, 1, prosumer).CompareTo(Value(slot, 0, prosumer));

    /// <inheritdoc/>
    public void Compare(int slot, int first, Span<bool> syncIsBetter)
    {
        for (int i = 0; i < syncIsBetter.Length; i++)
        {
            syncIsBetter[i] = Compare(slot, first + i) > 0;
        }
    }

    /// <inheritdoc/>
    public void Update(int slot, int nextSlot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> rewards)
    {
        for (int i = 0; i < synchronized.Length; i++)
        {
            int action = synchronized[i] ? 1 : 0;
            Update(slot, action, first + i, rewards[i], nextSlot, slot, action);
        }
    }

    /// <inheritdoc/>
    public void Update(int slot, int action, int prosumer, double reward, int nextSlot, int intoSlot, int intoAction)
    {
        double future = nextSlot < 0 ? 0 : Math.Max(Value(nextSlot, 0, prosumer), Value(nextSlot, 1, prosumer));
        double old = Value(slot, action, prosumer);
        _values[Index(intoSlot, intoAction, prosumer)] = old + (_alpha * (reward + (_gamma * future) - old));
    }

    private int Index(int slot, int action, int prosumer) => (((slot * 2) + action) * _prosumers) + prosumer;
}
