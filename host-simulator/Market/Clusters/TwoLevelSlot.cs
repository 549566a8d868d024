// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>A cleared slot of all clusters.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Clusters">What each cluster got, in the order in which they were given.</param>
/// <param name="Trades">Trades among clusters.</param>
public sealed record TwoLevelSlot(int Slot, IReadOnlyList<ClusterSlot> Clusters, IReadOnlyList<ClusterTrade> Trades);
