// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What happened to the messages of a cluster.</summary>
/// <param name="Sent">Messages sent.</param>
/// <param name="Lost">Messages that never arrived.</param>
/// <param name="Doubled">Messages that arrived twice.</param>
/// <param name="Late">Messages that arrived a slot late.</param>
public sealed record MessageOutcome(long Sent, long Lost, long Doubled, long Late)
{
    internal MessageOutcome With(MessageFate fate) => new(
        Sent + 1,
        Lost + (fate == MessageFate.Lost ? 1 : 0),
        Doubled + (fate == MessageFate.Doubled ? 1 : 0),
        Late + (fate == MessageFate.Late ? 1 : 0));
}
