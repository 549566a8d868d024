// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using System.Text;
using Prosumeter.Simulator.Boards.Serial;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>A serial line on which, besides whoever sits at its other end, the program itself can type.</summary>
public sealed class TypedSerial : ISerialEndpoint
{
    private readonly ISerialEndpoint _line;
    private readonly ConcurrentQueue<byte> _typed = new();

    /// <summary>Joins a line.</summary>
    public TypedSerial(ISerialEndpoint line) => _line = line;

    /// <inheritdoc/>
    public string Name => _line.Name;

    /// <summary>Types to the board, before anything else that waits on the line.</summary>
    public void Type(string text)
    {
        foreach (byte b in Encoding.ASCII.GetBytes(text))
        {
            _typed.Enqueue(b);
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        int count = 0;
        while (count < buffer.Length && _typed.TryDequeue(out byte b))
        {
            buffer[count++] = b;
        }

        return count > 0 ? count : _line.Read(buffer);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes) => _line.Write(bytes);

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
