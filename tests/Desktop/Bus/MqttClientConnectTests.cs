// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>How the virtual board's M2Mqtt connects, and how it fails to.</summary>
[TestClass]
public sealed class MqttClientConnectTests
{
    /// <summary>Manner 4: without a network the constructor throws, at once or after asking for the name; a number needs no name server.</summary>
    [TestMethod]
    public void ConstructorNeedsTheNetwork()
    {
        using var scene = new BoardScene();
        scene.Network.HasNames = false;
        Assert.ThrowsExactly<SocketException>(() => new MqttClient("broker.local"));
        Assert.AreEqual(5, scene.Seconds, 1e-9);
        _ = new MqttClient("192.0.2.7");
        scene.Network.HasAccessPoint = false;
        Assert.ThrowsExactly<SocketException>(() => new MqttClient("broker.local"));
        Assert.AreEqual(5, scene.Seconds, 1e-9);
    }

    /// <summary>Manner 4: a dead network holds the caller for as long as lwIP tries.</summary>
    [TestMethod]
    public void ConnectBlocksWithoutTheNetwork()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.CreateClient();
        scene.Network.HasInternet = false;
        Assert.ThrowsExactly<MqttConnectionException>(() => client.Connect("meter"));
        Assert.AreEqual(20, scene.Seconds, 1e-9);
        Assert.IsFalse(client.IsConnected);
    }

    /// <summary>Refused by the broker: the code; nobody listens: an exception at once; silence: an exception after 30 s.</summary>
    [TestMethod]
    public void ConnectFails()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.CreateClient();
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.BadUserNameOrPassword;
        Assert.AreEqual(MqttReasonCode.ConnectionRefusedBadUserNameOrPassword, client.Connect("meter", "user", "wrong"));
        Assert.IsFalse(client.IsConnected);
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.Unreachable;
        Assert.ThrowsExactly<MqttConnectionException>(() => client.Connect("meter"));
        Assert.AreEqual(0, scene.Seconds);
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.TimedOut;
        Assert.ThrowsExactly<MqttCommunicationException>(() => client.Connect("meter"));
        Assert.AreEqual(30, scene.Seconds, 1e-9);
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.Accepted;
        Assert.AreEqual(MqttReasonCode.Success, client.Connect("meter"));
        scene.Broker.Pump();
        CollectionAssert.AreEqual(new[] { "opened 4", "opened 0" }, scene.Log);
        using var alone = new BoardScene(hasBroker: false);
        Assert.ThrowsExactly<MqttConnectionException>(() => alone.CreateClient().Connect("meter"));
    }

    /// <summary>TLS: only 1.2 and 1.3, and no certificate is valid in 1970.</summary>
    [TestMethod]
    public void TlsNeedsTheDate()
    {
        using var scene = new BoardScene();
        Assert.ThrowsExactly<MqttConnectionException>(() => Secure(MqttSslProtocols.TLSv1_1).Connect("meter"));
        Assert.AreEqual(MqttReasonCode.Success, Secure(MqttSslProtocols.TLSv1_2).Connect("meter"));
        scene.Board.Clock.Set(0);
        Assert.ThrowsExactly<MqttConnectionException>(() => Secure(MqttSslProtocols.TLSv1_3).Connect("meter"));
        MqttSettings.Instance.ValidateServerCertificate = false;
        try
        {
            Assert.AreEqual(MqttReasonCode.Success, Secure(MqttSslProtocols.TLSv1_3).Connect("meter"));
        }
        finally
        {
            MqttSettings.Instance.ValidateServerCertificate = true;
        }
    }

    private static MqttClient Secure(MqttSslProtocols protocol)
    {
        return new MqttClient("broker.local", MqttSettings.BrokerDefaultSslPort, true, null, null, protocol);
    }
}
