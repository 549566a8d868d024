// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A8: the demand that the operator's price follows.</summary>
public enum DemandMeasure
{
    /// <summary>What all agents use, generation not counted.</summary>
    Gross,

    /// <summary>What each home draws after its own generation.</summary>
    NetOfGeneration,

    /// <summary>What the operator must supply after all surplus is shared.</summary>
    Residual,
}
