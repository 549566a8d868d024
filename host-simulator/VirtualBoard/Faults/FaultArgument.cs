// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>The number a fault switch takes.</summary>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Usual">What counts when none is given; null when one must be given, or when none means all.</param>
/// <param name="IsRequired">Whether one must be given.</param>
public sealed record FaultArgument(string Name, int Lowest, int Highest, int? Usual, bool IsRequired);
