// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>
/// A second descriptor of a socket that libmosquitto is about to close. Closing a socket that has unread bytes resets the connection, and the
/// broker may then never see the DISCONNECT before it; so the sending half is shut first and the rest is read away until the broker closes.
/// </summary>
internal sealed class LingeringSocket : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);
    private readonly long _began = Stopwatch.GetTimestamp();

    public LingeringSocket(int descriptor)
    {
        Descriptor = LibC.Duplicate(descriptor);
    }

    public int Descriptor { get; private set; }

    /// <summary>Whether the broker takes too long to close.</summary>
    public bool IsOverdue => Stopwatch.GetElapsedTime(_began) > s_longest;

    /// <summary>Tells the broker that nothing more comes.</summary>
    public void ShutDownSending()
    {
        const int SendingHalf = 1;
        _ = LibC.ShutDown(Descriptor, SendingHalf);
    }

    /// <summary>Reads away what there is.</summary>
    /// <returns>True when the broker has closed, or the connection is broken.</returns>
    public bool Drain()
    {
        Span<byte> waste = stackalloc byte[4096];
        nint count = 1;
        while (count > 0)
        {
            count = LibC.Receive(Descriptor, waste, (nuint)waste.Length, LibC.DoNotWait);
        }

        return count == 0 || LibC.LastErrorIsFinal();
    }

    public void Dispose()
    {
        if (Descriptor >= 0)
        {
            _ = LibC.Close(Descriptor);
            Descriptor = -1;
        }
    }
}
