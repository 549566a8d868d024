// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Ads1115;

/// <summary>The address by what the ADDR pin is tied to.</summary>
public enum I2cAddress
{
    /// <summary>Ground.</summary>
    GND = 0x48,

    /// <summary>Supply.</summary>
    VCC = 0x49,

    /// <summary>Data line.</summary>
    SDA = 0x4A,

    /// <summary>Clock line.</summary>
    SCL = 0x4B,
}
