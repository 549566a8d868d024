// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>How often conservation was checked, and how often it failed.</summary>
/// <param name="Checks">Number of checks.</param>
/// <param name="Failures">Number of failed ones.</param>
/// <param name="Violations">The first failures in words.</param>
public sealed record ConservationOutcome(long Checks, long Failures, IReadOnlyList<string> Violations);
