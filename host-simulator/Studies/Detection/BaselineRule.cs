// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>Which past days say what a meter usually shows.</summary>
public enum BaselineRule
{
    /// <summary>The first days, for good: right when they are known to be clean, for example from commissioning.</summary>
    Fixed = 0,

    /// <summary>The days in memory, always the latest; where they fall into two kinds across all meters, the kind with less import.</summary>
    Robust = 1,
}
