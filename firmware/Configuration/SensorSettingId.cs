// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>The settings that each sensor has, in the order of <see cref="SettingTable"/>.</summary>
    public enum SensorSettingId
    {
        /// <summary>A <see cref="SensorKind"/> number.</summary>
        Kind,

        /// <summary>I2C address.</summary>
        Address,

        /// <summary>1 when it is wired the other way round.</summary>
        Inverted,

        /// <summary>INA219: resistance of the shunt in microohms.</summary>
        ShuntMicroohms,

        /// <summary>INA219: ratio of the divider before the bus pin in per mille.</summary>
        BusDividerPermille,

        /// <summary>ADS1115: mains voltage in mV that gives 1 V at the converter.</summary>
        MillivoltsPerVolt,

        /// <summary>ADS1115: mains current in mA that gives 1 V at the converter.</summary>
        MilliamperesPerVolt,

        /// <summary>ADS1115: how far the clamp leads the voltage transformer in microseconds.</summary>
        PhaseMicroseconds,

        /// <summary>A power above this, in W, either way, is implausible.</summary>
        HighestWatts,
    }
}
