// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>How far the upper level of a slot has come.</summary>
internal enum UpperLevelPhase
{
    /// <summary>Offers are heard.</summary>
    Offering,

    /// <summary>Sellers have said their sales.</summary>
    Selling,

    /// <summary>Buyers have said their purchases.</summary>
    Buying,
}
