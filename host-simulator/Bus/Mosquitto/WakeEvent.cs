// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>Something a thread in poll() can be woken by: a Linux eventfd.</summary>
internal sealed class WakeEvent : IDisposable
{
    /// <exception cref="IOException">The process has no file descriptor left.</exception>
    public WakeEvent()
    {
        Descriptor = LibC.EventFd(0, LibC.EventFlags);
        if (Descriptor < 0)
        {
            throw new IOException($"eventfd: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    public int Descriptor { get; }

    public void Set()
    {
        ulong one = 1;
        _ = LibC.Write(Descriptor, ref one, sizeof(ulong));
    }

    public void Reset()
    {
        ulong count = 0;
        _ = LibC.Read(Descriptor, ref count, sizeof(ulong));
    }

    public void Dispose()
    {
        _ = LibC.Close(Descriptor);
    }
}
