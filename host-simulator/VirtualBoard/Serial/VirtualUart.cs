// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Serial;

/// <summary>
/// A UART of the ESP32 with nanoFramework's receive buffer. Bytes come no faster than the line carries them; a board that looks too seldom
/// finds the buffer overflown, and then the driver has thrown away all input (nf-interpreter: uart_flush_input on UART_BUFFER_FULL).
/// </summary>
public sealed class VirtualUart
{
    private readonly VirtualBoard _board;
    private byte[] _buffer = [];
    private int _head;
    private int _count;
    private int _baudRate;
    private long _lookedMicroseconds;

    internal VirtualUart(VirtualBoard board)
    {
        _board = board;
    }

    /// <summary>The other end of the line; null leaves it open.</summary>
    public ISerialEndpoint? Endpoint { get; set; }

    /// <summary>How often the receive buffer has overflown.</summary>
    public int OverflowCount { get; private set; }

    /// <summary>True while a SerialPort of the firmware exists for it, opened or not.</summary>
    internal bool IsClaimed { get; set; }

    internal void Open(int baudRate, int bufferSize)
    {
        _buffer = new byte[bufferSize];
        _head = 0;
        _count = 0;
        _baudRate = baudRate;
        _lookedMicroseconds = _board.Time.MonotonicMicroseconds;
    }

    internal void SetBaudRate(int baudRate)
    {
        _baudRate = baudRate;
    }

    /// <summary>Receives what has come and tells how much waits.</summary>
    internal int Look()
    {
        _board.ThrowIfStopped();
        long now = _board.Time.MonotonicMicroseconds;
        long carried = (now - _lookedMicroseconds) * _baudRate / 10_000_000;
        int free = _buffer.Length - _count;
        if (Receive(free) == free && carried > free && IsMoreWaiting())
        {
            Overflow(carried - free);
        }

        _lookedMicroseconds = now;
        return _count;
    }

    internal void Take(Span<byte> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = _buffer[_head];
            _head = (_head + 1) % _buffer.Length;
        }

        _count -= target.Length;
    }

    internal void Send(ReadOnlySpan<byte> bytes)
    {
        _board.ThrowIfStopped();
        Endpoint?.Write(bytes);
    }

    internal void Reset()
    {
        IsClaimed = false;
        _count = 0;
    }

    private int Receive(int free)
    {
        int received = 0;
        while (received < free)
        {
            int tail = (_head + _count) % _buffer.Length;
            int room = Math.Min(free - received, _buffer.Length - tail);
            int count = Endpoint?.Read(_buffer.AsSpan(tail, room)) ?? 0;
            if (count == 0)
            {
                break;
            }

            received += count;
            _count += count;
        }

        return received;
    }

    private bool IsMoreWaiting()
    {
        Span<byte> lost = stackalloc byte[1];
        return Endpoint?.Read(lost) == 1;
    }

    private void Overflow(long carriedMore)
    {
        OverflowCount++;
        _count = 0;
        Span<byte> lost = stackalloc byte[256];
        long left = carriedMore - 1;
        int count;
        do
        {
            count = Endpoint?.Read(lost[..(int)Math.Min(left, lost.Length)]) ?? 0;
            left -= count;
        }
        while (left > 0 && count > 0);
    }
}
