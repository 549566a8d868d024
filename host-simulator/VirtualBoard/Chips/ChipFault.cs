// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>What can be wrong with a converter while its bus works.</summary>
public enum ChipFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The converter has stopped: its registers keep the last code.</summary>
    Frozen = 1,

    /// <summary>Its inputs are beyond the range.</summary>
    Saturated = 2,

    /// <summary>It shows nine tenths of the range, whatever its inputs are.</summary>
    Implausible = 3,
}
