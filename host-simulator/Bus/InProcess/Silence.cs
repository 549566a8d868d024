// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>A connection through which nothing gets, from when it begins until somebody notices or the network comes back.</summary>
internal sealed class Silence
{
    private readonly InProcessBroker _broker;
    private readonly InProcessSession _session;
    private readonly ClientRecord _client;
    private readonly int _epoch;
    private bool _isOver;

    public Silence(InProcessBroker broker, InProcessSession session, ClientRecord client, int keepAliveSeconds)
    {
        _broker = broker;
        _session = session;
        _client = client;
        _epoch = session.Epoch;
        if (keepAliveSeconds > 0)
        {
            // MQTT-3.1.2-24. M2Mqtt needs up to twice its keep alive: one idle period, then one without an answer to its ping.
            broker.Clock.Schedule(keepAliveSeconds * 1500L, EndAtBroker);
            broker.Clock.Schedule(keepAliveSeconds * 2000L, EndAtClient);
        }
    }

    private bool IsKnownToBroker => _client.Session == _session && _client.Epoch == _epoch;

    /// <summary>The network is back. What was under way arrives, unless the broker has given the connection up: then it resets it.</summary>
    public void Lift()
    {
        _isOver = true;
        if (IsKnownToBroker)
        {
            _broker.Router.Resume(_client);
        }
        else
        {
            _session.Close();
        }
    }

    private void EndAtBroker()
    {
        if (!_isOver && IsKnownToBroker)
        {
            _broker.Clients.End(_client, isGraceful: false);
        }
    }

    private void EndAtClient()
    {
        if (!_isOver && _session.Waits(_epoch, 0))
        {
            _session.Close();
        }
    }
}
