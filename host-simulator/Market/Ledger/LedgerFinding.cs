// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>Something wrong in a ledger.</summary>
/// <param name="Cluster">Cluster of the chain.</param>
/// <param name="Number">Number of the row, counted from 1 in its cluster.</param>
/// <param name="Problem">What is wrong, for people.</param>
public sealed record LedgerFinding(string Cluster, long Number, string Problem);
