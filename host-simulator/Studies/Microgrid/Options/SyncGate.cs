// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A11: when a prosumer may synchronize.</summary>
public enum SyncGate
{
    /// <summary>In every slot.</summary>
    Always,

    /// <summary>Only while his panels generate.</summary>
    WithGeneration,
}
