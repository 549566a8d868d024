// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Remote;

/// <summary>The console of a meter, reached through its <c>cmd</c> and <c>ack</c> topics (docs/PROTOCOL.md, P-52 and P-53). One command at a time.</summary>
public sealed partial class MeterConsole : IDisposable
{
    private readonly IMqttSession _session;
    private readonly string _cluster;
    private readonly int _meter;
    private readonly ConcurrentQueue<MqttMessage> _heard = new();
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
    private readonly Acknowledgement _acknowledgement = new();
    private readonly StringBuilder _text = new();
    private int _sequence;
    private string? _line;

    /// <summary>A console that is not connected yet.</summary>
    /// <param name="broker">The meter's broker.</param>
    /// <param name="cluster">The meter's cluster.</param>
    /// <param name="meter">Its number.</param>
    /// <param name="sequence">Commands are numbered from here on; the meter ignores one with the number of the last it executed.</param>
    public MeterConsole(IMqttBroker broker, string cluster, int meter, int sequence)
    {
        ArgumentNullException.ThrowIfNull(broker);
        (_cluster, _meter, _sequence) = (cluster, meter, sequence);
        _session = broker.CreateSession();
        _session.MessageReceived += _heard.Enqueue;
    }

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsWaiting => _line != null;

    /// <summary>Connects and listens to the meter's answers.</summary>
    public MqttConnectResult Connect()
    {
        MqttConnectResult result = _session.Connect(new MqttConnectOptions { ClientId = $"prosumeter-console-{_meter}-{_sequence}" });
        if (result.IsAccepted)
        {
            _session.Subscribe([Topics.ForMeter(_cluster, _meter, MessageType.Acknowledgement)], qos: 1);
        }

        return result;
    }

    /// <summary>Sends a command.</summary>
    /// <exception cref="InvalidOperationException">The last one is not answered yet.</exception>
    /// <exception cref="ArgumentException">The line is no command line.</exception>
    public void Send(string line)
    {
        if (IsWaiting)
        {
            throw new InvalidOperationException($"'{_line}' is not answered yet.");
        }

        Command command = new() { Meter = _meter, Sequence = ++_sequence, Line = line };
        int length = MessageCodec.Encode(command, _buffer, 0);
        if (length == 0)
        {
            throw new ArgumentException($"'{line}' is no command line: at most {Command.LongestLine} printable ASCII characters.", nameof(line));
        }

        _line = line;
        _text.Clear();
        _session.Publish(Topics.ForMeter(_cluster, _meter, MessageType.Command), _buffer.AsSpan(0, length), qos: 1, retain: false);
    }

    /// <summary>The answer to the command sent last, once it is there as a whole; then null until the next command is answered.</summary>
    public CommandAnswer? Take()
    {
        while (_heard.TryDequeue(out MqttMessage? message))
        {
            if (_line != null && IsAnswer(message) && IsWhole(_acknowledgement.Text ?? string.Empty))
            {
                CommandAnswer answer = new(_line, (RefusalReason)_acknowledgement.Reason, _text.ToString());
                _line = null;
                return answer;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_session.IsConnected)
        {
            _session.Disconnect();
        }

        _session.Dispose();
    }

    private bool IsAnswer(MqttMessage message) =>
        MessageCodec.Decode(message.Payload, 0, message.Payload.Length, _acknowledgement) == RefusalReason.Taken
        && _acknowledgement.AnsweredType == MessageType.Command
        && _acknowledgement.AnsweredSequence == _sequence;

    // "2/5 " stands before a part; an answer of one part has none.
    private bool IsWhole(string text)
    {
        Match part = PartHead().Match(text);
        _text.Append(text, part.Length, text.Length - part.Length);
        return !part.Success || part.Groups[1].ValueSpan.SequenceEqual(part.Groups[2].ValueSpan);
    }

    [GeneratedRegex("^([0-9]+)/([0-9]+) ")]
    private static partial Regex PartHead();
}
