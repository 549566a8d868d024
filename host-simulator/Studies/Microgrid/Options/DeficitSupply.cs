// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A14: where a friendly prosumer with a deficit buys.</summary>
public enum DeficitSupply
{
    /// <summary>In the local market, as a consumer does.</summary>
    LocalMarket,

    /// <summary>From the operator.</summary>
    Operator,
}
