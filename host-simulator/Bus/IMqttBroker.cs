// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus;

/// <summary>A way to an MQTT 3.1.1 broker.</summary>
public interface IMqttBroker
{
    /// <summary>A session that is not connected yet.</summary>
    IMqttSession CreateSession();
}
