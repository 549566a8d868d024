// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>What a fleet of virtual meters is built from.</summary>
/// <param name="Cluster">Cluster they trade in.</param>
/// <param name="Meters">How many.</param>
/// <param name="FirstMeter">Number of the first one; the others follow it.</param>
/// <param name="SlotSeconds">Length of a slot in s.</param>
/// <param name="Seed">Which generated homes.</param>
/// <param name="FlashFolder">Folder that keeps the flash of each meter; null keeps it in memory.</param>
public sealed record FleetSettings(string Cluster, int Meters, int FirstMeter, int SlotSeconds, int Seed, string? FlashFolder);
