// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>Which chip measures.</summary>
    public enum SensorKind
    {
        /// <summary>No sensor is fitted.</summary>
        None = 0,

        /// <summary>DC over a shunt: TI INA219.</summary>
        Ina219 = 1,

        /// <summary>AC over a current clamp and a voltage transformer: TI ADS1115.</summary>
        Ads1115 = 2,
    }
}
