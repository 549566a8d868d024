// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus;

/// <summary>The answer to an attempt to connect.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="IsSessionPresent">Whether the broker still had a session of this client.</param>
/// <param name="Reason">For people, naming the broker; empty when accepted.</param>
public sealed record MqttConnectResult(MqttConnectStatus Status, bool IsSessionPresent, string Reason)
{
    /// <summary>Whether the session is open.</summary>
    public bool IsAccepted => Status == MqttConnectStatus.Accepted;
}
