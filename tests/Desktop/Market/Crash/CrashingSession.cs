// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Bus;
using Prosumeter.Tests.Bus;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>A session of a <see cref="CrashingBroker"/>.</summary>
internal sealed class CrashingSession : DelegatingSession
{
    private readonly CrashingBroker _owner;
    private bool _isDead;

    public CrashingSession(CrashingBroker owner, IMqttSession session)
        : base(session)
    {
        _owner = owner;
        session.MessageReceived += message =>
        {
            if (!_isDead)
            {
                _owner.Act();
                MessageReceived?.Invoke(message);
            }
        };
    }

    public override event Action<MqttMessage>? MessageReceived;

    public override ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        _owner.Act();
        return base.Publish(topic, payload, qos, retain);
    }

    public override void Acknowledge(MqttMessage message)
    {
        _owner.Act();
        base.Acknowledge(message);
    }

    /// <summary>Nothing happens any more on this side.</summary>
    public void Bury()
    {
        _isDead = true;
        Abort();
        Dispose();
    }
}
