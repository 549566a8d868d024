// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>What the two values of a sample mean.</summary>
public enum DataKind
{
    /// <summary>Load and PV power of a home, in mW.</summary>
    LoadAndPv,

    /// <summary>Load of a home in mW; the second value is unused.</summary>
    Load,

    /// <summary>PV output per installed unit, in millionths; the second value is unused.</summary>
    PvPerUnit,

    /// <summary>Retail and feed-in price, in micro-units per kWh.</summary>
    RetailAndFeedIn,

    /// <summary>Retail price in micro-units per kWh; the second value is unused.</summary>
    Retail,
}
