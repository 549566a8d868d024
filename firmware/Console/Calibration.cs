// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;

namespace Prosumeter.Firmware.Console
{
    /// <summary>The setting of a sensor that makes it show what a reference instrument shows.</summary>
    public static class Calibration
    {
        /// <summary>No such setting: the measurement is too small, or the change implausible.</summary>
        public const int Impossible = int.MinValue;

        // 0.1 V or 0.1 A: below it the resolution of the chips would become the error.
        private const int LeastReading = 100;

        // One radian at 50 Hz. At 60 Hz it is 2653: the first correction then goes a fifth too far and the second is right within a twentieth.
        private const int MicrosecondsPerRadian = 3183;

        /// <summary>A factor that the measured value is proportional to.</summary>
        /// <param name="factor">The setting in force.</param>
        /// <param name="measured">What the meter shows.</param>
        /// <param name="reference">What the reference instrument shows, in the same unit.</param>
        /// <returns>The setting, or <see cref="Impossible"/> when it would change by more than a factor of 2.</returns>
        public static int Proportional(int factor, long measured, long reference)
        {
            bool isPlausible = measured >= LeastReading && reference >= LeastReading && reference <= measured * 2 && measured <= reference * 2;
            return isPlausible ? (int)(((factor * reference) + (measured / 2)) / measured) : Impossible;
        }

        /// <summary>The phase of a current clamp, from the real power of a load whose current lags, such as a motor that runs idle.</summary>
        /// <param name="phaseMicroseconds">The setting in force.</param>
        /// <param name="sensor">What the meter shows; voltage and current are calibrated before.</param>
        /// <param name="referenceMilliwatts">Real power that the reference instrument shows, in mW.</param>
        /// <returns>The setting, or <see cref="Impossible"/> when too little of the power is reactive to see a phase.</returns>
        public static int Phase(int phaseMicroseconds, IPowerSensor sensor, long referenceMilliwatts)
        {
            long apparent = (long)sensor.VoltageMillivolts * sensor.CurrentMilliamperes / 1000;
            long measured = sensor.PowerMilliwatts < 0 ? -sensor.PowerMilliwatts : sensor.PowerMilliwatts;
            if (sensor.CurrentMilliamperes < LeastReading || measured * 10 > apparent * 9 || referenceMilliwatts > apparent)
            {
                return Impossible;
            }

            // dP = -Q w dt: a small angle turns reactive power into real power. Too much is shown when the clamp leads.
            long reactive = SquareRoot((apparent * apparent) - (measured * measured));
            long change = (measured - referenceMilliwatts) * MicrosecondsPerRadian / reactive;
            return phaseMicroseconds + (int)change;
        }

        private static long SquareRoot(long square)
        {
            long root = 0;
            for (long bit = 1L << 31; bit > 0; bit >>= 1)
            {
                root += (root + bit) * (root + bit) <= square ? bit : 0;
            }

            return root;
        }
    }
}
