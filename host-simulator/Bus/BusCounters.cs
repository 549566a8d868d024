// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus;

/// <summary>What became of the messages of an <see cref="InProcessBroker"/>.</summary>
public sealed class BusCounters
{
    /// <summary>Messages that reached the broker, wills included.</summary>
    public long Published { get; internal set; }

    /// <summary>Messages handed to subscribers.</summary>
    public long Delivered { get; internal set; }

    /// <summary>Messages and acknowledgements lost to <see cref="BusFaults.LosePermille"/>.</summary>
    public long Lost { get; internal set; }

    /// <summary>Messages doubled by <see cref="BusFaults.DuplicatePermille"/>.</summary>
    public long Duplicated { get; internal set; }

    /// <summary>Messages held back by <see cref="BusFaults.DelayPermille"/> or <see cref="BusFaults.ReorderPermille"/>.</summary>
    public long HeldBack { get; internal set; }

    /// <summary>Messages for clients that were away and not kept: QoS 0, clean session, or queue full.</summary>
    public long NotKept { get; internal set; }
}
