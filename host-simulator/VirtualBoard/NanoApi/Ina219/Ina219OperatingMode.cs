// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Iot.Device.Adc;

/// <summary>What is converted, and whether once or for ever.</summary>
public enum Ina219OperatingMode : ushort
{
    /// <summary>Nothing.</summary>
    PowerDown = 0,

    /// <summary>The shunt voltage, once.</summary>
    ShuntVoltageTriggered = 1,

    /// <summary>The bus voltage, once.</summary>
    BusVoltageTriggered = 2,

    /// <summary>Both, once.</summary>
    ShuntAndBusTriggered = 3,

    /// <summary>Nothing.</summary>
    AdcOff = 4,

    /// <summary>The shunt voltage, for ever.</summary>
    ShuntVoltageContinuous = 5,

    /// <summary>The bus voltage, for ever.</summary>
    BusVoltageContinuous = 6,

    /// <summary>Both, for ever.</summary>
    ShuntAndBusContinuous = 7,
}
