// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>The power cuts of one run.</summary>
/// <param name="Kind">What is left of the writes they hit.</param>
/// <param name="Byte">Byte of the script that is not written any more, counted from 1 behind the configuration; with a power-fail input the tenth of a second.</param>
/// <param name="SecondByte">The same for the second cut, counted from the first; 0 for none.</param>
/// <param name="SupplyGapMilliseconds">How long the supply stays away, in ms.</param>
/// <param name="Seed">Chooses what torn and reordered writes leave.</param>
public sealed record TorturePlan(PowerCutKind Kind, long Byte, long SecondByte, int SupplyGapMilliseconds, uint Seed);
