// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A12: when an ask falls by its step.</summary>
public enum AskFall
{
    /// <summary>In a slot in which energy was offered and none was sold.</summary>
    Unsold,

    /// <summary>The same, but only while the ask is above the operator's price.</summary>
    UnsoldAboveOperator,
}
