// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>A message the market refused; it changed nothing, and its meter was told.</summary>
/// <param name="Meter">The meter, by the topic.</param>
/// <param name="Type">What it was, by the topic.</param>
/// <param name="Sequence">Its sequence; 0 when it could not be read.</param>
/// <param name="Reason">Why.</param>
public sealed record Refusal(int Meter, MessageType Type, int Sequence, RefusalReason Reason)
{
    /// <summary>What would help, for people, at most 200 printable ASCII characters; empty when the reason says it all.</summary>
    public string Text { get; init; } = string.Empty;
}
