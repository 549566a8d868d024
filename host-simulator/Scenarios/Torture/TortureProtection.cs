// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>What the tortured board has against power cuts, and so where they are made.</summary>
public enum TortureProtection
{
    /// <summary>Flash alone: cuts at bytes written to flash.</summary>
    Flash = 0,

    /// <summary>An I2C FRAM besides: cuts at bytes written to the FRAM.</summary>
    Fram = 1,

    /// <summary>A power-fail input: the supply fails at tenths of a second, with 0.3 s of hold-up.</summary>
    PowerFail = 2,
}
