// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Text;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>
/// Where the firmware's Console.WriteLine goes: on a device to the debugger, here to standard error, line by line. What firmware still says on a board that has
/// already stopped was never said.
/// </summary>
internal sealed class DebugChannel : TextWriter
{
    private readonly TextWriter _error;
    private readonly Func<bool> _isRunning;

    public DebugChannel(TextWriter error, Func<bool> isRunning)
    {
        _error = error;
        _isRunning = isRunning;
    }

    /// <inheritdoc/>
    public override Encoding Encoding => _error.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        // The firmware writes whole lines only.
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        if (_isRunning())
        {
            _error.WriteLine($"debug: {value}");
        }
    }
}
