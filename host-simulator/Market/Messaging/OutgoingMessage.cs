// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>A message the market still owes the broker.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="IsRetained">Whether the broker keeps it for later subscribers.</param>
internal sealed record OutgoingMessage(string Topic, byte[] Payload, bool IsRetained);
