// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using Prosumeter.Simulator.Scenarios.Live;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>One line of text for each message: for logs and pipes.</summary>
internal sealed class LineRunOutput : IRunOutput
{
    private readonly TextWriter _output;
    private readonly int _slotSeconds;

    public LineRunOutput(TextWriter output, int slotSeconds)
    {
        _output = output;
        _slotSeconds = slotSeconds;
    }

    /// <inheritdoc/>
    public void Around(Action loop) => loop();

    /// <inheritdoc/>
    public void Hear(DateTime utc, BusMessage message)
    {
        string who = message.Meter == 0 ? "market" : $"meter {message.Meter}";
        string what = message.Message is null ? $"not understood: {message.Topic}" : MessageText.Of(message.Message, _slotSeconds);
        _output.WriteLine($"{utc:HH:mm:ss} {who,-8} {what}");
    }

    /// <inheritdoc/>
    public void Refresh(LiveMeter meter)
    {
        // Only messages are told.
    }
}
