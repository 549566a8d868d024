// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace Prosumeter.Simulator.Boards.Serial;

/// <summary>A serial line whose other end is a test.</summary>
public sealed class MemorySerial : ISerialEndpoint
{
    private readonly Lock _lock = new();
    private readonly Queue<byte> _toBoard = new();
    private readonly List<byte> _fromBoard = [];

    /// <inheritdoc/>
    public string Name => "memory";

    /// <summary>Sends bytes to the board.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            foreach (byte b in bytes)
            {
                _toBoard.Enqueue(b);
            }
        }
    }

    /// <summary>Sends text to the board as UTF-8.</summary>
    public void Send(string text)
    {
        Send(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Takes all the board has sent since the last call.</summary>
    public byte[] TakeBytes()
    {
        lock (_lock)
        {
            byte[] bytes = [.. _fromBoard];
            _fromBoard.Clear();
            return bytes;
        }
    }

    /// <summary>Takes all the board has sent since the last call, as UTF-8.</summary>
    public string TakeText()
    {
        return Encoding.UTF8.GetString(TakeBytes());
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        lock (_lock)
        {
            int count = Math.Min(buffer.Length, _toBoard.Count);
            for (int i = 0; i < count; i++)
            {
                buffer[i] = _toBoard.Dequeue();
            }

            return count;
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            _fromBoard.AddRange(bytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing.
    }
}
