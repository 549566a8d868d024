// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>
/// A Fujitsu MB85RC256V on its bus (DS501-00017): 32 KB that keep without supply, two address bytes, then data; each byte is stored with its acknowledge bit, and addresses
/// wrap round at the end.
/// </summary>
public sealed class FramChip : II2cChip
{
    /// <summary>Size in bytes.</summary>
    public const int Bytes = 32 * 1024;

    private const int AddressBytes = 2;
    private readonly VirtualBoard _board;
    private readonly byte[] _memory = new byte[Bytes];
    private readonly Lock _lock = new();
    private int _address;

    /// <summary>A chip with zeros in it.</summary>
    public FramChip(VirtualBoard board)
    {
        _board = board;
    }

    /// <summary>A transfer is stored.</summary>
    public event Action? Stored;

    /// <summary>Bytes stored since the chip was built.</summary>
    public long ChangedBytes { get; private set; }

    /// <summary>The byte, counted as <see cref="ChangedBytes"/> does, that is not stored any more because the supply fails; 0 for none.</summary>
    public long PowerCutAtByte { get; set; }

    /// <summary>What a byte holds; to be changed by tests.</summary>
    public ref byte this[int address] => ref _memory[address % Bytes];

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (bytes.Length < AddressBytes)
            {
                return;
            }

            _address = ((bytes[0] << 8) | bytes[1]) % Bytes;
            foreach (byte value in bytes[AddressBytes..])
            {
                Store(value);
            }
        }

        if (bytes.Length > AddressBytes)
        {
            Stored?.Invoke();
        }
    }

    /// <inheritdoc/>
    public void Read(Span<byte> bytes)
    {
        lock (_lock)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = _memory[_address];
                _address = (_address + 1) % Bytes;
            }
        }
    }

    /// <inheritdoc/>
    public void PowerCycle()
    {
        _address = 0;
    }

    private void Store(byte value)
    {
        if (PowerCutAtByte != 0 && ChangedBytes + 1 >= PowerCutAtByte)
        {
            PowerCutAtByte = 0;
            _board.Stop(StopReason.PowerCut);
        }

        _memory[_address] = value;
        _address = (_address + 1) % Bytes;
        ChangedBytes++;
    }
}
