// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Adc;

/// <summary>Full scale of the shunt voltage.</summary>
public enum Ina219PgaSensitivity : ushort
{
    /// <summary>40 mV.</summary>
    PlusOrMinus40mv = 0x0000,

    /// <summary>80 mV.</summary>
    PlusOrMinus80mv = 0x0800,

    /// <summary>160 mV.</summary>
    PlusOrMinus160mv = 0x1000,

    /// <summary>320 mV.</summary>
    PlusOrMinus320mv = 0x1800,
}
