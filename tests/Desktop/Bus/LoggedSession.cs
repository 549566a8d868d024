// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>Sessions of the in-process broker that write down their events.</summary>
internal static class LoggedSession
{
    /// <summary>A connected session that logs "topic byte", "PUBACK", "no PUBACK", "SUBACK" and "Closed".</summary>
    public static IMqttSession Open(InProcessBroker broker, string clientId, List<string> log, bool isClean = true, MqttWill? will = null)
    {
        IMqttSession session = broker.CreateSession();
        session.MessageReceived += message => log.Add($"{message.Topic} {message.Payload[0]}");
        session.Published += (_, isAcknowledged) => log.Add(isAcknowledged ? "PUBACK" : "no PUBACK");
        session.Subscribed += (_, _) => log.Add("SUBACK");
        session.Closed += () => log.Add("Closed");
        Assert.IsTrue(session.Connect(Options(clientId, isClean, will)).IsAccepted);
        return session;
    }

    /// <summary>Keep alive 20 s, acknowledgement within 1 s.</summary>
    public static MqttConnectOptions Options(string clientId, bool isClean, MqttWill? will)
    {
        return new MqttConnectOptions
        {
            ClientId = clientId,
            IsCleanSession = isClean,
            Will = will,
            KeepAliveSeconds = 20,
            AcknowledgementTimeoutMilliseconds = 1000,
        };
    }
}
