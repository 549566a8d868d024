// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>A voltage that changes only when it is set.</summary>
public sealed class ConstantVoltage : IVoltageSource
{
    /// <summary>The voltage against ground in microvolts.</summary>
    public int Microvolts { get; set; }

    /// <inheritdoc/>
    public int MicrovoltsAt(long microseconds)
    {
        return Microvolts;
    }
}
