// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.I2c;

/// <summary>Bus, address and speed of a device.</summary>
public sealed class I2cConnectionSettings
{
    /// <summary>A device at 400 kHz, the default of nanoFramework.</summary>
    public I2cConnectionSettings(int busId, int deviceAddress)
        : this(busId, deviceAddress, I2cBusSpeed.FastMode)
    {
    }

    /// <summary>A device.</summary>
    public I2cConnectionSettings(int busId, int deviceAddress, I2cBusSpeed busSpeed)
    {
        BusId = busId;
        DeviceAddress = deviceAddress;
        BusSpeed = busSpeed;
    }

    /// <summary>1 or 2 on an ESP32.</summary>
    public int BusId { get; }

    /// <summary>7-bit address.</summary>
    public int DeviceAddress { get; }

    /// <summary>Clock of the bus.</summary>
    public I2cBusSpeed BusSpeed { get; }
}
