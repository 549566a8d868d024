// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>Hears SIGINT (Ctrl-C) and SIGTERM, and does not let them end the process.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly ManualResetEventSlim _stop = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public StopSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    /// <summary>Waits.</summary>
    /// <returns>True when the process is asked to end.</returns>
    public bool Wait(int milliseconds) => _stop.Wait(milliseconds);

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Set();
    }
}
