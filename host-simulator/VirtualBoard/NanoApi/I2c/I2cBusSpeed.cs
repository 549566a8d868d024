// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Device.I2c;

/// <summary>Clock of a bus.</summary>
public enum I2cBusSpeed
{
    /// <summary>100 kHz.</summary>
    StandardMode = 0,

    /// <summary>400 kHz.</summary>
    FastMode = 1,

    /// <summary>1 MHz.</summary>
    FastModePlus = 2,
}
