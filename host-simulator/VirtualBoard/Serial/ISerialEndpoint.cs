// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Serial;

/// <summary>The other end of a serial line of the board: a terminal, a socket, a test.</summary>
public interface ISerialEndpoint : IDisposable
{
    /// <summary>Where a person connects to, for a message on the screen.</summary>
    string Name { get; }

    /// <summary>Takes what the other end has sent. Never blocks.</summary>
    /// <returns>The number of bytes taken, 0 when nothing waits.</returns>
    int Read(Span<byte> buffer);

    /// <summary>Sends to the other end; lost when nobody listens, as on a wire. Never blocks.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
