// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>What one measurement was worth. Anything but <see cref="Ok"/> must not reach an energy register.</summary>
    public enum SensorStatus
    {
        /// <summary>The measurement is valid.</summary>
        Ok = 0,

        /// <summary>The chip did not acknowledge its address or the transfer was cut short.</summary>
        NotAcknowledged = 1,

        /// <summary>The bus is stuck: the transfer ended in a clock-stretch time-out.</summary>
        BusStuck = 2,

        /// <summary>The input is at the end of the converter's range, so the true value is unknown.</summary>
        Saturated = 3,

        /// <summary>The converter did not finish in the time its data rate allows, or repeats one code.</summary>
        Stuck = 4,

        /// <summary>The chip answered, but not as it was configured: it lost its supply or is another chip.</summary>
        Misconfigured = 5,

        /// <summary>More than can flow at this point of the installation.</summary>
        Implausible = 6,
    }
}
