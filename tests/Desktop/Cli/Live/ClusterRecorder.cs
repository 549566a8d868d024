// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Cli.Live;

/// <summary>A bystander on a broker who writes down what meters and market say to each other.</summary>
internal sealed class ClusterRecorder : IDisposable
{
    private readonly MosquittoBroker _broker;
    private readonly IMqttSession _session;
    private readonly List<MqttMessage> _heard = [];

    public ClusterRecorder(int port, string cluster)
    {
        _broker = new MosquittoBroker("127.0.0.1", port);
        _session = _broker.CreateSession();
        _session.MessageReceived += message =>
        {
            lock (_heard)
            {
                _heard.Add(message);
            }
        };
        _session.Connect(new MqttConnectOptions { ClientId = "recorder", IsCleanSession = false });
        _session.Subscribe([$"prosumeter/v1/{cluster}/#"], qos: 1);
    }

    /// <summary>All that was answered so far. Meter and market answer on one topic, each with a sequence of its own.</summary>
    public List<Acknowledgement> Answers() => All<Acknowledgement>();

    /// <summary>The messages of a type so far, each once by meter and sequence; that a sequence always says the same is checked here.</summary>
    public List<T> Heard<T>()
        where T : Message, new()
    {
        Dictionary<(int Meter, int Sequence), (T Message, string Content)> heard = [];
        foreach (T message in All<T>())
        {
            string content = Content(message);
            if (!heard.TryAdd((message.Meter, message.Sequence), (message, content)) && heard[(message.Meter, message.Sequence)].Content != content)
            {
                throw new InvalidOperationException($"{message.Type} {message.Sequence} of meter {message.Meter} was said with two contents.");
            }
        }

        return heard.Values.Select(entry => entry.Message).ToList();
    }

    public void Dispose()
    {
        _session.Dispose();
        _broker.Dispose();
    }

    private List<T> All<T>()
        where T : Message, new()
    {
        string end = "/" + Topics.VerbOf(new T().Type);
        lock (_heard)
        {
            return _heard.Where(message => message.Topic.EndsWith(end, StringComparison.Ordinal)).Select(Read<T>).ToList();
        }
    }

    private static T Read<T>(MqttMessage message)
        where T : Message, new()
    {
        T into = new();
        RefusalReason reason = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into);
        return reason == RefusalReason.Taken ? into : throw new InvalidOperationException($"{message.Topic}: {reason}");
    }

    private static string Content(Message message)
    {
        message.IsReplay = false;
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        return Convert.ToHexString(buffer, 0, MessageCodec.Encode(message, buffer, 0));
    }
}
