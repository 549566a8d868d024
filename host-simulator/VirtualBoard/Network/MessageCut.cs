// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Network;

/// <summary>Where a connection breaks when the board publishes next.</summary>
public enum MessageCut
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>In the middle of the message: the broker never has it whole.</summary>
    InMessage = 1,

    /// <summary>Behind the message: the broker has it, and its acknowledgement is lost.</summary>
    BeforeAcknowledgement = 2,
}
