// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>A voltage that may change with time, at an input of a converter.</summary>
public interface IVoltageSource
{
    /// <summary>The voltage against ground in microvolts at a point of <see cref="IBoardTime.MonotonicMicroseconds"/>.</summary>
    int MicrovoltsAt(long microseconds);
}
