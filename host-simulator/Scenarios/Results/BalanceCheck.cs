// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>One thing that must hold at the end of a scenario.</summary>
/// <param name="Name">What must hold.</param>
/// <param name="Holds">Whether it does.</param>
/// <param name="Detail">The figures behind it.</param>
public sealed record BalanceCheck(string Name, bool Holds, string Detail);
