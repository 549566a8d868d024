// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A10: what a synchronizing prosumer pays for.</summary>
public enum SyncCharge
{
    /// <summary>Nothing, as the text has it.</summary>
    Free,

    /// <summary>His own demand, at the operator's price.</summary>
    OwnDemand,

    /// <summary>His own demand and the extra demand, at the operator's price.</summary>
    OwnAndExtraDemand,

    /// <summary>What his generation would not have covered, at the operator's price.</summary>
    Deficit,
}
