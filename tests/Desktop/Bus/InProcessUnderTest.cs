// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>The in-process broker: everything has happened after one pump.</summary>
public sealed class InProcessUnderTest : BrokerUnderTest
{
    private readonly InProcessBroker _broker = new();

    /// <inheritdoc/>
    public override IMqttBroker Broker => _broker;

    /// <inheritdoc/>
    public override void WaitUntil(Func<bool> condition, string what)
    {
        _broker.Pump();
        Assert.IsTrue(condition(), what);
    }

    /// <inheritdoc/>
    public override void DisconnectAndWait(RecordingClient client, string clientId)
    {
        client.Session.Disconnect();
    }

    /// <inheritdoc/>
    public override void AbortAndWait(RecordingClient client, string clientId)
    {
        client.Session.Abort();
    }
}
