// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Device.I2c;
using System.Linq;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Simulator.Boards;

/// <summary>An I2C bus with its chips. A transfer takes the time its bits take on the wire.</summary>
public sealed class I2cBus
{
    /// <summary>What the ESP32 driver waits for a bus that does not move (nf-interpreter: i2c_master_cmd_begin with 1000 ms).</summary>
    public const long StuckBusMicroseconds = 1_000_000;

    // Start or stop, seven address bits, direction, acknowledge; and eight bits with their acknowledge (UM10204, section 3.1).
    private const int AddressBits = 10;
    private const int BitsPerByte = 9;

    private readonly VirtualBoard _board;
    private readonly II2cChip?[] _chips = new II2cChip?[128];
    private readonly bool[] _isMissing = new bool[128];

    internal I2cBus(VirtualBoard board)
    {
        _board = board;
    }

    /// <summary>True while something holds a line low: every transfer then ends in a clock-stretch time-out after <see cref="StuckBusMicroseconds"/>.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Transfers since the board was built, failed ones included.</summary>
    public long TransferCount { get; private set; }

    /// <summary>Puts a chip on the bus.</summary>
    /// <param name="address">7-bit address, 0x08 to 0x77.</param>
    /// <param name="chip">The chip.</param>
    /// <exception cref="ArgumentException">The address is reserved or taken.</exception>
    public void Attach(int address, II2cChip chip)
    {
        ArgumentNullException.ThrowIfNull(chip);
        if (address is < 0x08 or > 0x77)
        {
            throw new ArgumentException($"Address 0x{address:X2} is reserved; 0x08 to 0x77 are free to use.", nameof(address));
        }

        if (_chips[address] is not null)
        {
            throw new ArgumentException($"Address 0x{address:X2} is taken; detach the other chip first.", nameof(address));
        }

        _chips[address] = chip;
    }

    /// <summary>Takes a chip off the bus: its address is no longer acknowledged.</summary>
    public void Detach(int address)
    {
        _chips[address & 0x7F] = null;
    }

    /// <summary>Fault switch: a chip does not acknowledge.</summary>
    /// <param name="address">7-bit address; null for all chips.</param>
    /// <param name="isMissing">Whether it is away.</param>
    public void SetMissing(int? address, bool isMissing)
    {
        for (int i = 0; i < _isMissing.Length; i++)
        {
            _isMissing[i] = address is null || address == i ? isMissing : _isMissing[i];
        }
    }

    /// <summary>The chips on the bus.</summary>
    /// <param name="address">7-bit address; null for all.</param>
    public IEnumerable<II2cChip> ChipsAt(int? address)
    {
        return _chips.Where((chip, i) => chip is not null && (address is null || address == i))!;
    }

    /// <summary>The chip at a 7-bit address, or null.</summary>
    public II2cChip? ChipAt(int address) => _chips[address & 0x7F];

    /// <summary>Whether a chip was made not to acknowledge by <see cref="SetMissing"/>.</summary>
    public bool IsMissing(int address) => _isMissing[address & 0x7F];

    internal I2cTransferStatus Transfer(int address, int nanosecondsPerBit, ReadOnlySpan<byte> write, Span<byte> read)
    {
        _board.ThrowIfStopped();
        TransferCount++;
        if (IsStuck)
        {
            _board.SleepMicroseconds(StuckBusMicroseconds);
            return I2cTransferStatus.ClockStretchTimeout;
        }

        II2cChip? chip = ChipAt(address);
        if (chip is null || IsMissing(address))
        {
            Spend(AddressBits, nanosecondsPerBit);
            return I2cTransferStatus.SlaveAddressNotAcknowledged;
        }

        Exchange(chip, nanosecondsPerBit, write, read);
        return I2cTransferStatus.FullTransfer;
    }

    internal void PowerCycle()
    {
        foreach (II2cChip? chip in _chips)
        {
            chip?.PowerCycle();
        }
    }

    private void Exchange(II2cChip chip, int nanosecondsPerBit, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > 0)
        {
            Spend(AddressBits + (BitsPerByte * write.Length), nanosecondsPerBit);
            chip.Write(write);
        }

        if (read.Length > 0)
        {
            // The chip puts its register on the wire after the address: what it converts meanwhile comes too late.
            chip.Read(read);
            Spend(AddressBits + (BitsPerByte * read.Length), nanosecondsPerBit);
        }
    }

    private void Spend(int bits, int nanosecondsPerBit)
    {
        _board.Time.Spend((uint)(bits * nanosecondsPerBit) / 1000);
    }
}
