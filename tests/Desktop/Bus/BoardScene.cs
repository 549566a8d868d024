// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Text;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A virtual board in virtual time with a network and an in-process broker, and a watcher that sees all messages.</summary>
internal sealed class BoardScene : IDisposable
{
    private readonly BoardScope _scope;
    private readonly LogicalTime _time = new(1_700_000_000);

    public BoardScene(bool hasBroker = true)
    {
        Network = new VirtualNetwork { JoinMicroseconds = 0 };
        Board = new VirtualBoard(new VirtualBoardOptions { Time = _time, Network = Network, Broker = hasBroker ? Broker : null });
        _scope = Board.Enter();
        IMqttSession watcher = Broker.CreateSession();
        watcher.MessageReceived += message => Seen.Add($"{message.Topic}={Encoding.UTF8.GetString(message.Payload)}");
        watcher.Connect(new MqttConnectOptions { ClientId = "watcher" });
        watcher.Subscribe(["#"], 1);
        Broker.Pump();
    }

    public InProcessBroker Broker { get; } = new();

    public VirtualNetwork Network { get; }

    public VirtualBoard Board { get; }

    /// <summary>What the broker published.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>What the clients of this scene were told.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Seconds since the scene began.</summary>
    public double Seconds => _time.MonotonicMicroseconds / 1e6;

    public MqttClient CreateClient()
    {
        var client = new MqttClient("broker.local");
        client.ConnectionOpened += (_, e) => Log.Add($"opened {(int)e.Message.ReturnCode}");
        client.ConnectionClosed += (_, _) => Log.Add("closed");
        client.MqttMsgPublished += (_, e) => Log.Add($"{(e.IsPublished ? "published" : "not published")} {e.MessageId}");
        client.MqttMsgSubscribed += (_, e) => Log.Add($"subscribed {e.MessageId} to {e.GrantedQoSLevels.Length} at {(int)e.GrantedQoSLevels[0]}");
        client.MqttMsgUnsubscribed += (_, e) => Log.Add($"unsubscribed {e.MessageId}");
        client.MqttMsgPublishReceived += (_, e) => Log.Add($"{e.Topic}={Encoding.UTF8.GetString(e.Message)}");
        return client;
    }

    public MqttClient Connect(bool cleanSession = true)
    {
        MqttClient client = CreateClient();
        client.Connect("meter", null, null, true, MqttQoSLevel.AtLeastOnce, true, "will", "gone", cleanSession, 25);
        Log.Clear();
        return client;
    }

    public void Publish(string topic, string text)
    {
        IMqttSession session = Broker.CreateSession();
        session.Connect(new MqttConnectOptions());
        session.Publish(topic, Encoding.UTF8.GetBytes(text), 1, false);
        session.Disconnect();
    }

    /// <summary>Lets board and broker reach the same time.</summary>
    public void AdvanceTo(double seconds)
    {
        _time.AdvanceTo((long)(seconds * 1e6));
        Broker.AdvanceTo((long)(seconds * 1e3));
    }

    public void Dispose()
    {
        _scope.Dispose();
        Board.Dispose();
    }
}
