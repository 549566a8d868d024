// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Adc
{
    public enum Ina219BusVoltageRange : ushort
    {
        Range16v = 0,
        Range32v = 8192,
    }
}
