// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>Measures electric power at one point of the installation. Signed: the configuration says which direction is positive.</summary>
    public interface IPowerSensor
    {
        /// <summary>Takes one measurement; allocates nothing. The properties keep the last valid measurement when the result is not <see cref="SensorStatus.Ok"/>; after <see cref="SensorStatus.Saturated"/> they may show the end of the range.</summary>
        SensorStatus Sample();

        /// <summary>Real power of the last valid measurement in mW, signed.</summary>
        int PowerMilliwatts { get; }

        /// <summary>Voltage (DC, or RMS for AC) of the last valid measurement in mV.</summary>
        int VoltageMillivolts { get; }

        /// <summary>Current (signed for DC, RMS for AC) of the last valid measurement in mA.</summary>
        int CurrentMilliamperes { get; }
    }
}
