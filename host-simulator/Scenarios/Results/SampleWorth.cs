// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What a sample of a sensor can be worth, by the faults of its chip.</summary>
internal enum SampleWorth
{
    /// <summary>It shows what flows.</summary>
    Measured,

    /// <summary>It must not be counted, or could not be taken.</summary>
    Nothing,

    /// <summary>It shows what a frozen converter saw last.</summary>
    Misread,
}
