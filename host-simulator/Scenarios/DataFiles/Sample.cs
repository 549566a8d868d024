// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>One row: the values that hold from its time until the next row's. <see cref="DataKind"/> says what they are.</summary>
/// <param name="UtcSeconds">Start, UTC seconds.</param>
/// <param name="First">First value.</param>
/// <param name="Second">Second value, 0 when the kind has one only.</param>
public readonly record struct Sample(long UtcSeconds, long First, long Second);
