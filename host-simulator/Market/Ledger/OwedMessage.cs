// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>A message the market owes the broker until the broker has acknowledged it.</summary>
/// <param name="Id">Which one; they rise in the order in which they were said.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="IsRetained">Whether the broker keeps it for later subscribers.</param>
public sealed record OwedMessage(long Id, string Topic, byte[] Payload, bool IsRetained);
