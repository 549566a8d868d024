// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.RepeatedGames;

/// <summary>One round of synchronization.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Price">Operator's price, money per kWh.</param>
/// <param name="DemandKwh">Synchronized demand, kWh; at constant power this is the length of the interval.</param>
/// <param name="StoredKwh">Stored instead of sold, kWh.</param>
/// <param name="Loss">What the round costs, money.</param>
public sealed record Round(int Number, double Price, double DemandKwh, double StoredKwh, double Loss);
