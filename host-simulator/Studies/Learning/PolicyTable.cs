// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>A policy written down: for every slot and prosumer, whether he synchronizes.</summary>
public sealed class PolicyTable : IPolicy
{
    private readonly bool[] _synchronizes;

    /// <summary>A table in which everybody is friendly.</summary>
    public PolicyTable(int slots, int prosumers)
    {
        Slots = slots;
        Prosumers = prosumers;
        _synchronizes = new bool[slots * prosumers];
    }

    /// <summary>Slots of a day.</summary>
    public int Slots { get; }

    /// <summary>Prosumers.</summary>
    public int Prosumers { get; }

    /// <summary>Whether synchronizing is possible with own generation only (A11).</summary>
    public bool NeedsGeneration { get; init; }

    /// <summary>Whether a prosumer synchronizes in a slot.</summary>
    public bool this[int slot, int prosumer]
    {
        get => _synchronizes[(slot * Prosumers) + prosumer];
        set => _synchronizes[(slot * Prosumers) + prosumer] = value;
    }

    /// <summary>A copy that can be changed.</summary>
    public PolicyTable Copy()
    {
        PolicyTable copy = new(Slots, Prosumers) { NeedsGeneration = NeedsGeneration };
        _synchronizes.CopyTo(copy._synchronizes, 0);
        return copy;
    }

    /// <summary>A copy in which one prosumer does the same in every slot.</summary>
    public PolicyTable WithAll(int prosumer, bool synchronizes)
    {
        PolicyTable copy = Copy();
        for (int slot = 0; slot < Slots; slot++)
        {
            copy[slot, prosumer] = synchronizes;
        }

        return copy;
    }

    /// <inheritdoc/>
    public void Choose(int day, int slot, int first, ReadOnlySpan<double> generation, Span<bool> synchronize)
    {
        _synchronizes.AsSpan((slot * Prosumers) + first, synchronize.Length).CopyTo(synchronize);
        for (int i = 0; NeedsGeneration && i < synchronize.Length; i++)
        {
            synchronize[i] &= generation[i] > 0;
        }
    }

    /// <inheritdoc/>
    public void Learn(int slot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> profits)
    {
        // A table that is written down does not learn.
    }
}
