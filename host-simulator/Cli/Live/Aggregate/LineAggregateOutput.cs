// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Text.Json;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary>One line for each event, as text or JSON: for logs and pipes.</summary>
internal sealed class LineAggregateOutput(TextWriter output, bool isJson) : IAggregateOutput
{
    /// <inheritdoc/>
    public void Around(Action loop) => loop();

    /// <inheritdoc/>
    public void Tell(DateTime utc, string what, string text)
    {
        output.WriteLine(isJson ? JsonSerializer.Serialize(new { utc = utc.ToString("yyyy-MM-ddTHH:mm:ssZ"), what, text }) : $"{utc:yyyy-MM-dd HH:mm:ss} {what,-10} {text}");
        output.Flush();
    }

    /// <inheritdoc/>
    public void Refresh(DateTime utc, Aggregator market)
    {
        // Only events are told.
    }
}
