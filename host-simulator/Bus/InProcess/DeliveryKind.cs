// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>What the pump hands to a client.</summary>
internal enum DeliveryKind
{
    /// <summary>The next waiting message.</summary>
    Message,

    /// <summary>An acknowledgement, or that none came.</summary>
    Published,

    /// <summary>The answer to a subscription.</summary>
    Subscribed,

    /// <summary>The answer to the end of a subscription.</summary>
    Unsubscribed,

    /// <summary>The end of the connection.</summary>
    Closed,
}
