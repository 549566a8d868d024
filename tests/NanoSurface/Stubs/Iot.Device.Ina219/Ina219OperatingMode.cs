// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Adc
{
    public enum Ina219OperatingMode : ushort
    {
        PowerDown = 0,
        ShuntVoltageTriggered = 1,
        BusVoltageTriggered = 2,
        ShuntAndBusTriggered = 3,
        AdcOff = 4,
        ShuntVoltageContinuous = 5,
        BusVoltageContinuous = 6,
        ShuntAndBusContinuous = 7,
    }
}
