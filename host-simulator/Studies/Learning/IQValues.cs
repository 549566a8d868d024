// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>Action values of many prosumers, in one arithmetic or another. Implemented by structs, so that the learner's loops are compiled for each.</summary>
public interface IQValues
{
    /// <summary>An action's value in money; action 0 is friendly, 1 is sync.</summary>
    double Value(int slot, int action, int prosumer);

    /// <summary>Whether synchronizing is worth more (+1), less (-1) or the same (0).</summary>
    int Compare(int slot, int prosumer);

    /// <summary>Says of each prosumer from <paramref name="first"/> on whether synchronizing is worth more.</summary>
    void Compare(int slot, int first, Span<bool> syncIsBetter);

    /// <summary>One step of equation (6) for each prosumer from <paramref name="first"/> on.</summary>
    /// <param name="slot">Slot of the rewards.</param>
    /// <param name="nextSlot">The slot whose best value is the future, or -1 for none.</param>
    /// <param name="first">Number of the first prosumer.</param>
    /// <param name="synchronized">What each did.</param>
    /// <param name="rewards">Money.</param>
    void Update(int slot, int nextSlot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> rewards);

    /// <summary>One step of equation (6) for one prosumer that computes from (slot, action) and writes into (intoSlot, intoAction).</summary>
    void Update(int slot, int action, int prosumer, double reward, int nextSlot, int intoSlot, int intoAction);
}
