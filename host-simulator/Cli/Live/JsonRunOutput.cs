// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Text;
using Prosumeter.Simulator.Scenarios.Live;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>One JSON object a line for each message: time, topic and the message as in docs/PROTOCOL.md.</summary>
internal sealed class JsonRunOutput : IRunOutput
{
    private readonly TextWriter _output;
    private readonly byte[] _buffer = new byte[MessageJson.MaxTextLength];

    public JsonRunOutput(TextWriter output) => _output = output;

    /// <inheritdoc/>
    public void Around(Action loop) => loop();

    /// <inheritdoc/>
    public void Hear(DateTime utc, BusMessage message)
    {
        if (message.Message is not null)
        {
            int length = MessageJson.Write(message.Message, _buffer, 0);
            string json = Encoding.ASCII.GetString(_buffer, 0, length);
            _output.WriteLine($"{{\"utc\":\"{utc:yyyy-MM-ddTHH:mm:ssZ}\",\"topic\":\"{message.Topic}\",\"message\":{json}}}");
        }
    }

    /// <inheritdoc/>
    public void Refresh(LiveMeter meter)
    {
        // Only messages are told.
    }
}
