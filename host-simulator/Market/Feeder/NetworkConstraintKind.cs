// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What a network can run into.</summary>
public enum NetworkConstraintKind
{
    /// <summary>A bus would leave the voltage band.</summary>
    Voltage = 1,

    /// <summary>A conductor would carry more than it may.</summary>
    Thermal = 2,
}
