// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>All clients the broker knows, and the beginning and end of their connections. Called with the broker's lock held.</summary>
internal sealed class ClientTable
{
    private readonly Dictionary<string, ClientRecord> _clients = new(StringComparer.Ordinal);
    private readonly Router _router;
    private int _assignedIds;

    public ClientTable(Router router)
    {
        _router = router;
    }

    /// <summary>Identifiers of all clients that are connected.</summary>
    public List<string> FindConnected()
    {
        var ids = new List<string>();
        foreach (ClientRecord client in _clients.Values)
        {
            if (client.Session is not null)
            {
                ids.Add(client.ClientId);
            }
        }

        return ids;
    }

    public ClientRecord? FindConnected(string clientId)
    {
        return _clients.TryGetValue(clientId, out ClientRecord? client) && client.Session is not null ? client : null;
    }

    /// <summary>Opens a connection. One with the same identifier ends first, ungracefully (MQTT-3.1.4-2).</summary>
    public ClientRecord Accept(InProcessSession session, int epoch, MqttConnectOptions options, out bool isSessionPresent)
    {
        string clientId = options.ClientId.Length > 0 ? options.ClientId : $"auto-{++_assignedIds}";
        if (FindConnected(clientId) is ClientRecord taken)
        {
            End(taken, isGraceful: false);
        }

        ClientRecord? known = _clients.GetValueOrDefault(clientId);
        isSessionPresent = known is not null && !options.IsCleanSession;
        ClientRecord client = isSessionPresent ? known! : Renew(known, clientId, options.IsCleanSession);
        client.Attach(session, epoch, options);
        _router.Resume(client);
        return client;
    }

    /// <summary>Ends a connection: publishes the last will unless the end is graceful, forgets a clean session.</summary>
    public void End(ClientRecord client, bool isGraceful)
    {
        InProcessSession session = client.Session!;
        MqttWill? will = client.Will;
        client.Detach();
        if (client.IsClean)
        {
            Forget(client);
        }

        session.NoticeEnd(client.Epoch);
        if (will is not null && !isGraceful)
        {
            _router.Publish(will.Topic, will.Payload, will.QualityOfService, will.IsRetained);
        }
    }

    private ClientRecord Renew(ClientRecord? known, string clientId, bool isClean)
    {
        if (known is not null)
        {
            Forget(known);
        }

        var client = new ClientRecord(clientId, isClean);
        _clients.Add(clientId, client);
        return client;
    }

    private void Forget(ClientRecord client)
    {
        _router.Forget(client);
        _clients.Remove(client.ClientId);
    }
}
