// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A way to a broker that notes what each client asks of it.</summary>
internal sealed class WatchedBroker(IMqttBroker broker) : IMqttBroker
{
    public List<MqttConnectOptions> Connected { get; } = [];

    public List<(string ClientId, string Topic, int Qos, bool IsRetained)> Published { get; } = [];

    public List<(string ClientId, string Filter, int Qos)> Subscribed { get; } = [];

    public IMqttSession CreateSession() => new WatchedSession(this, broker.CreateSession());
}
