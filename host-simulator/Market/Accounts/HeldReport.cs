// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What the market keeps of a slot report.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Registers">Its register values.</param>
/// <param name="DeadlineUtcSeconds">Until when it waits for earlier ones that have not come.</param>
internal readonly record struct HeldReport(int Slot, int Sequence, MeteredEnergy Registers, long DeadlineUtcSeconds);
