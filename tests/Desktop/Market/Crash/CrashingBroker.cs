// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>A way to a broker on which a client is killed in the act, at the n-th thing it hears, acknowledges or says.</summary>
internal sealed class CrashingBroker(IMqttBroker broker) : IMqttBroker
{
    private readonly List<CrashingSession> _sessions = [];

    /// <summary>Acts so far.</summary>
    public int Acts { get; private set; }

    /// <summary>The act that is not done any more; 0 for none.</summary>
    public int CrashAt { get; set; }

    public IMqttSession CreateSession()
    {
        CrashingSession session = new(this, broker.CreateSession());
        _sessions.Add(session);
        return session;
    }

    /// <summary>The client does something, or dies.</summary>
    public void Act()
    {
        Acts++;
        if (Acts == CrashAt)
        {
            throw new CrashException();
        }
    }

    /// <summary>The client is dead: its connections break.</summary>
    public void Bury()
    {
        _sessions.ForEach(session => session.Bury());
        _sessions.Clear();
    }
}
