// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace System.Device.I2c;

/// <summary>One device on a bus of the current virtual board.</summary>
public class I2cDevice : IDisposable
{
    private readonly I2cBus _bus;
    private readonly int _nanosecondsPerBit;
    private readonly byte[] _singleByte = new byte[1];
    private bool _isDisposed;

    /// <summary>Opens a device.</summary>
    /// <exception cref="ArgumentException">The ESP32 has no such bus.</exception>
    /// <exception cref="InvalidOperationException">A pin of the bus is open as GPIO.</exception>
    public I2cDevice(I2cConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        VirtualBoard board = VirtualBoard.Current;
        _bus = board.I2c(settings.BusId);
        if (board.IsI2cPinTaken(settings.BusId))
        {
            throw new InvalidOperationException("A pin of this I2C bus is open as GPIO.");
        }

        ConnectionSettings = settings;
        _nanosecondsPerBit = settings.BusSpeed switch
        {
            I2cBusSpeed.FastModePlus => 1_000,
            I2cBusSpeed.FastMode => 2_500,
            _ => 10_000,
        };
    }

    /// <summary>Bus, address and speed.</summary>
    public I2cConnectionSettings ConnectionSettings { get; }

    /// <summary>Opens a device.</summary>
    public static I2cDevice Create(I2cConnectionSettings settings)
    {
        return new I2cDevice(settings);
    }

    /// <summary>Reads; on failure the buffer keeps what it held.</summary>
    public I2cTransferResult Read(SpanByte buffer)
    {
        return Transfer(default, buffer.AsSpan());
    }

    /// <summary>Reads one byte; the status is lost, and after a failure the byte is what the last single-byte transfer left.</summary>
    public byte ReadByte()
    {
        _ = Transfer(default, _singleByte);
        return _singleByte[0];
    }

    /// <summary>Writes.</summary>
    public I2cTransferResult Write(SpanByte buffer)
    {
        return Transfer(buffer.AsSpan(), default);
    }

    /// <summary>Writes one byte.</summary>
    public I2cTransferResult WriteByte(byte value)
    {
        _singleByte[0] = value;
        return Transfer(_singleByte, default);
    }

    /// <summary>Writes, then reads after a repeated start.</summary>
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer)
    {
        return Transfer(writeBuffer.AsSpan(), readBuffer.AsSpan());
    }

    /// <summary>Closes the device.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        GC.SuppressFinalize(this);
    }

    private I2cTransferResult Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        I2cTransferStatus status = _bus.Transfer(ConnectionSettings.DeviceAddress, _nanosecondsPerBit, write, read);
        return new I2cTransferResult(status, status == I2cTransferStatus.FullTransfer ? write.Length + read.Length : 0);
    }
}
