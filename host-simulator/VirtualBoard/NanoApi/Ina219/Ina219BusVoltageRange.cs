// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Adc;

/// <summary>Full scale of the bus voltage.</summary>
public enum Ina219BusVoltageRange : ushort
{
    /// <summary>16 V.</summary>
    Range16v = 0x0000,

    /// <summary>32 V.</summary>
    Range32v = 0x2000,
}
