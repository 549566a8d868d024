// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Faults of the messages between meters and markets. What happens to a message follows from the seed and the message alone.</summary>
/// <param name="LosePermille">Messages that are lost, of thousand.</param>
/// <param name="DoublePermille">Messages that come twice, of thousand.</param>
/// <param name="ReorderPermille">Messages that come a slot late, after the ones that follow them, of thousand; together at most 1000.</param>
public sealed record MessageFaults(int LosePermille, int DoublePermille, int ReorderPermille)
{
    private const int Whole = 1000;

    /// <summary>Seed of the faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What happens to a message.</summary>
    /// <param name="cluster">Place of the cluster.</param>
    /// <param name="message">Number of the message in its cluster.</param>
    /// <param name="type">What it is.</param>
    internal MessageFate FateOf(int cluster, long message, MessageType type)
    {
        SplitMix64 random = new(((ulong)Seed << 48) ^ ((ulong)cluster << 32) ^ ((ulong)type << 56) ^ (ulong)message);
        random.Next();
        int drawn = (int)random.Between(0, Whole);
        return drawn < LosePermille ? MessageFate.Lost
            : drawn < LosePermille + DoublePermille ? MessageFate.Doubled
            : drawn < LosePermille + DoublePermille + ReorderPermille ? MessageFate.Late
            : MessageFate.InTime;
    }
}
