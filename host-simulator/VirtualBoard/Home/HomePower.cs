// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>What a home asks for and what its panels give at one moment.</summary>
/// <param name="LoadWatts">Consumption with nothing cut, 0 or more.</param>
/// <param name="GenerationWatts">Photovoltaic power, 0 or more.</param>
public readonly record struct HomePower(double LoadWatts, double GenerationWatts);
