// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Adc;

/// <summary>Resolution of a conversion, or how many of 12 bits are averaged; the value as it stands in the SADC field.</summary>
public enum Ina219AdcResolutionOrSamples
{
    /// <summary>9 bits, 84 us.</summary>
    Adc9Bit = 0x00,

    /// <summary>10 bits, 148 us.</summary>
    Adc10Bit = 0x08,

    /// <summary>11 bits, 276 us.</summary>
    Adc11Bit = 0x10,

    /// <summary>12 bits, 532 us.</summary>
    Adc12Bit = 0x18,

    /// <summary>2 samples, 1.06 ms.</summary>
    Adc2Sample = 0x48,

    /// <summary>4 samples, 2.13 ms.</summary>
    Adc4Sample = 0x50,

    /// <summary>8 samples, 4.26 ms.</summary>
    Adc8Sample = 0x58,

    /// <summary>16 samples, 8.51 ms.</summary>
    Adc16Sample = 0x60,

    /// <summary>32 samples, 17.02 ms.</summary>
    Adc32Sample = 0x68,

    /// <summary>64 samples, 34.05 ms.</summary>
    Adc64Sample = 0x70,

    /// <summary>128 samples, 68.1 ms.</summary>
    Adc128Sample = 0x78,
}
