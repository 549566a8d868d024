// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>The virtual board's M2Mqtt in real time, over a real broker: events come on another thread, on the board.</summary>
[TestClass]
public sealed class MqttClientOverMosquittoTests
{
    /// <summary>Connect, subscribe, publish, be acknowledged, receive, disconnect.</summary>
    [TestMethod]
    public void PublishesAndReceives()
    {
        using var broker = new MosquittoBroker("127.0.0.1", BrokerMatrix.SharedMosquitto.Port);
        var network = new VirtualNetwork { JoinMicroseconds = 0 };
        using var board = new VirtualBoard(new VirtualBoardOptions { Time = new RealTime(), Network = network, Broker = broker });
        using BoardScope scope = board.Enter();
        using var events = new CountdownEvent(4);
        bool isOnBoard = true;
        string received = "";
        ushort published = 0;
        var client = new MqttClient("127.0.0.1");
        client.MqttMsgSubscribed += (_, _) => Count();
        client.MqttMsgPublished += (_, e) =>
        {
            published = e.MessageId;
            Count();
        };
        client.MqttMsgPublishReceived += (_, e) =>
        {
            received = Encoding.UTF8.GetString(e.Message);
            Count();
        };
        client.ConnectionClosed += (_, _) => Count();

        Assert.AreEqual(MqttReasonCode.Success, client.Connect("board", null, null, false, MqttQoSLevel.AtMostOnce, false, null, null, true, 25));
        client.Subscribe(["board/#"], [MqttQoSLevel.AtLeastOnce]);
        ushort id = client.Publish("board/1", Encoding.UTF8.GetBytes("hello"), null, null, MqttQoSLevel.AtLeastOnce, false);
        Assert.IsTrue(SpinWait.SpinUntil(() => events.CurrentCount == 1, MosquittoFixture.Patience));
        Assert.AreEqual(id, published);
        Assert.AreEqual("hello", received);
        client.Disconnect();
        Assert.IsTrue(events.Wait(MosquittoFixture.Patience));
        Assert.IsTrue(isOnBoard);

        void Count()
        {
            isOnBoard &= ReferenceEquals(VirtualBoard.Current, board);
            events.Signal();
        }
    }
}
