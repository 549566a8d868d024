// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>Time a file says nothing about, between two of its rows.</summary>
/// <param name="FromUtcSeconds">Start, UTC seconds.</param>
/// <param name="ToUtcSeconds">End, UTC seconds.</param>
public readonly record struct DataGap(long FromUtcSeconds, long ToUtcSeconds);
