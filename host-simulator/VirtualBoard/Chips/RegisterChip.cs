// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>
/// A chip of 16-bit registers behind a register pointer: the first byte written is the pointer, two more set that register, and a read gives the register at the
/// pointer, most significant byte first, over and over.
/// </summary>
public abstract class RegisterChip : II2cChip
{
    private readonly bool _isShared;
    private readonly Lock _lock = new();
    private readonly int _pointerMask;
    private int _pointer;

    /// <summary>A chip that lives in this time.</summary>
    /// <param name="time">Time of the board.</param>
    /// <param name="pointerMask">Bits of the pointer that the chip looks at.</param>
    protected RegisterChip(IBoardTime time, int pointerMask)
    {
        ArgumentNullException.ThrowIfNull(time);
        Time = time;
        _isShared = !time.RunsThreadsInline;
        _pointerMask = pointerMask;
    }

    /// <summary>Fault switch of the converter.</summary>
    public ChipFault Fault
    {
        get;
        set
        {
            using (Guard())
            {
                Settle();
                field = value;
            }
        }
    }

    /// <summary>Time of the board.</summary>
    protected IBoardTime Time { get; }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        using (Guard())
        {
            Settle();
            _pointer = bytes[0] & _pointerMask;
            if (bytes.Length >= 3)
            {
                WriteRegister(_pointer, (bytes[1] << 8) | bytes[2]);
            }
        }
    }

    /// <inheritdoc/>
    public void Read(Span<byte> bytes)
    {
        using (Guard())
        {
            Settle();
            int value = ReadRegister(_pointer);
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)((i & 1) == 0 ? value >> 8 : value);
            }
        }
    }

    /// <inheritdoc/>
    public void PowerCycle()
    {
        using (Guard())
        {
            _pointer = 0;
            Reset();
        }
    }

    /// <summary>Keeps threads apart. In virtual time all happens on one; in real time the home moves the inputs from another.</summary>
    protected Lock.Scope Guard() => _isShared ? _lock.EnterScope() : default;

    /// <summary>What the converter sees of an input.</summary>
    /// <param name="input">The true input.</param>
    /// <param name="fullScale">End of the range in the same unit.</param>
    protected int Faulty(int input, int fullScale)
    {
        return Fault switch
        {
            ChipFault.Saturated => 2 * fullScale,
            ChipFault.Implausible => fullScale / 10 * 9,
            _ => input,
        };
    }

    /// <summary>Brings conversions up to the present.</summary>
    protected abstract void Settle();

    /// <summary>Gives the registers their power-on values.</summary>
    protected abstract void Reset();

    /// <summary>Reads a register.</summary>
    protected abstract int ReadRegister(int pointer);

    /// <summary>Writes a register.</summary>
    protected abstract void WriteRegister(int pointer, int value);
}
