// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus;

/// <summary>How an attempt to connect ended. 0 to 5 are the return codes of MQTT 3.1.1 table 3.1; the others never reached the broker.</summary>
public enum MqttConnectStatus
{
    /// <summary>The broker accepted the session.</summary>
    Accepted = 0,

    /// <summary>The broker does not speak this protocol version.</summary>
    UnacceptableProtocolVersion = 1,

    /// <summary>The broker does not take this client identifier.</summary>
    IdentifierRejected = 2,

    /// <summary>The broker is there, but its service is not.</summary>
    ServerUnavailable = 3,

    /// <summary>User name or password is wrong.</summary>
    BadUserNameOrPassword = 4,

    /// <summary>The client may not connect.</summary>
    NotAuthorized = 5,

    /// <summary>No connection: name not found, no route, nobody listens.</summary>
    Unreachable = 256,

    /// <summary>Connected, but no answer in time.</summary>
    TimedOut = 257,
}
