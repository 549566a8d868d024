// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.I2c;

/// <summary>What became of a transfer. Nothing is thrown: only this tells a missing chip.</summary>
public readonly struct I2cTransferResult
{
    internal I2cTransferResult(I2cTransferStatus status, int bytesTransferred)
    {
        Status = status;
        BytesTransferred = (uint)bytesTransferred;
    }

    /// <summary>How it ended.</summary>
    public I2cTransferStatus Status { get; }

    /// <summary>Bytes written and read; 0 unless the transfer was complete, as the ESP32 driver reports it.</summary>
    public uint BytesTransferred { get; }
}
