// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A real Mosquitto: events come on another thread and pulse the one that waits.</summary>
public sealed class MosquittoUnderTest : BrokerUnderTest
{
    private readonly object _changed = new();
    private readonly MosquittoFixture _fixture;
    private readonly MosquittoBroker _broker;

    /// <param name="fixture">The running broker; not ended with this.</param>
    public MosquittoUnderTest(MosquittoFixture fixture)
    {
        _fixture = fixture;
        _broker = new MosquittoBroker("127.0.0.1", fixture.Port);
    }

    /// <inheritdoc/>
    public override IMqttBroker Broker => _broker;

    /// <inheritdoc/>
    public override void WaitUntil(Func<bool> condition, string what)
    {
        long started = Stopwatch.GetTimestamp();
        lock (_changed)
        {
            while (!condition())
            {
                TimeSpan left = MosquittoFixture.Patience - Stopwatch.GetElapsedTime(started);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_changed, left))
                {
                    Assert.Fail($"Not in {MosquittoFixture.Patience}: {what}");
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void DisconnectAndWait(RecordingClient client, string clientId)
    {
        int before = _fixture.LogPosition;
        client.Session.Disconnect();
        _fixture.WaitForLog(before, $"Client {clientId} disconnected");
    }

    /// <inheritdoc/>
    public override void AbortAndWait(RecordingClient client, string clientId)
    {
        int before = _fixture.LogPosition;
        client.Session.Abort();
        _fixture.WaitForLog(before, $"Client {clientId} closed its connection");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _broker.Dispose();
    }

    internal override void Pulse()
    {
        lock (_changed)
        {
            Monitor.PulseAll(_changed);
        }
    }
}
