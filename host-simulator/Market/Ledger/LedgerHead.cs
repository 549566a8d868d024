// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The last link of a cluster's chain.</summary>
/// <param name="Number">Number of the last row; 0 before the first.</param>
/// <param name="Hash">Its link, 32 bytes.</param>
public sealed record LedgerHead(long Number, byte[] Hash);
