// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A client that writes down what happens to it.</summary>
public sealed class RecordingClient
{
    private const string SentinelTopic = "sentinel/";

    private readonly BrokerUnderTest _test;
    private readonly List<MqttMessage> _messages = [];
    private readonly List<ushort> _acknowledged = [];
    private readonly List<ushort> _failed = [];
    private readonly List<ushort> _answered = [];
    private int _closed;
    private int _sentinels;

    internal RecordingClient(BrokerUnderTest test, IMqttSession session)
    {
        _test = test;
        Session = session;
        session.MessageReceived += message => Note(() => _messages.Add(message));
        session.Published += (id, isAcknowledged) => Note(() => (isAcknowledged ? _acknowledged : _failed).Add(id));
        session.Subscribed += (id, _) => Note(() => _answered.Add(id));
        session.Unsubscribed += id => Note(() => _answered.Add(id));
        session.Closed += () => Note(() => _closed++);
    }

    /// <summary>The session under test.</summary>
    public IMqttSession Session { get; }

    /// <summary>How often Closed was raised.</summary>
    public int ClosedCount => Read(() => _closed);

    /// <summary>Identifiers of acknowledged messages, in the order of the events.</summary>
    public ushort[] Acknowledged => Read(() => _acknowledged.ToArray());

    /// <summary>Identifiers of messages that were given up.</summary>
    public ushort[] Failed => Read(() => _failed.ToArray());

    /// <summary>What came so far, as "topic=text", with "*" for retained and "(1)" for QoS 1.</summary>
    public string[] Messages => [.. Received.Select(Describe)];

    /// <summary>The same messages, as they came. A handler of the test's own runs after they are counted, so that a wait for their number may end too early for it.</summary>
    public MqttMessage[] Received => Read(() => _messages.Where(m => !m.Topic.StartsWith(SentinelTopic, StringComparison.Ordinal)).ToArray());

    /// <summary>Subscribes and waits for the answer.</summary>
    public void Subscribe(int qos, params string[] filters)
    {
        int before = Read(() => _answered.Count);
        WaitFor(_answered, before, Session.Subscribe(filters, qos), "SUBACK");
    }

    /// <summary>Unsubscribes and waits for the answer.</summary>
    public void Unsubscribe(params string[] filters)
    {
        int before = Read(() => _answered.Count);
        WaitFor(_answered, before, Session.Unsubscribe(filters), "UNSUBACK");
    }

    /// <summary>Publishes with QoS 1 and waits for the acknowledgement.</summary>
    public void Publish(string topic, string text, bool retain = false)
    {
        int before = Read(() => _acknowledged.Count);
        WaitFor(_acknowledged, before, Session.Publish(topic, Encoding.UTF8.GetBytes(text), 1, retain), "PUBACK");
    }

    /// <summary>Tells the broker that all messages that came so far are safe, and forgets them.</summary>
    public void AcknowledgeAll()
    {
        foreach (MqttMessage message in Read(() => _messages.ToArray()))
        {
            Session.Acknowledge(message);
        }

        Read(() => _messages.RemoveAll(_ => true));
    }

    /// <summary>Waits for the messages, in this order and no others.</summary>
    public void Expect(params string[] expected)
    {
        Settle();
        CollectionAssert.AreEqual(expected, Messages);
        Read(() => _messages.RemoveAll(_ => true));
    }

    /// <summary>Waits until Closed was raised so often.</summary>
    public void WaitForClosed(int count)
    {
        _test.WaitUntil(() => ClosedCount >= count, "Closed");
        Assert.AreEqual(count, ClosedCount);
    }

    /// <summary>
    /// Waits until all the broker has sent before now is here. A broker keeps the order of what it sends to one client: when a message
    /// from the client to itself has come back, so has everything before.
    /// </summary>
    public void Settle()
    {
        string topic = $"{SentinelTopic}{GetHashCode()}/{++_sentinels}";
        Subscribe(1, topic);
        Session.Publish(topic, [1], 1, false);
        _test.WaitUntil(() => Read(() => _messages.Any(m => m.Topic == topic)), "the sentinel message");
        Unsubscribe(topic);
    }

    /// <summary>Identifiers begin anew with each connection: only those noted after <paramref name="before"/> count.</summary>
    private void WaitFor(List<ushort> noted, int before, ushort id, string what)
    {
        Assert.AreNotEqual(0, id);
        _test.WaitUntil(() => Read(() => noted.IndexOf(id, before) >= 0), $"{what} {id}");
    }

    private static string Describe(MqttMessage message)
    {
        string text = Encoding.UTF8.GetString(message.Payload);
        return $"{(message.IsRetained ? "*" : "")}{message.Topic}={text}{(message.QualityOfService == 1 ? "(1)" : "")}";
    }

    private void Note(Action note)
    {
        lock (_messages)
        {
            note();
        }

        _test.Pulse();
    }

    private T Read<T>(Func<T> read)
    {
        lock (_messages)
        {
            return read();
        }
    }
}
