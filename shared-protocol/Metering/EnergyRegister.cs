// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Metering
{
    /// <summary>Energy that only rises, in whole mWh; what is less than one mWh is carried, so nothing is lost by rounding.</summary>
    public sealed class EnergyRegister
    {
        private long _milliwattHours;
        private int _remainderMilliwattMilliseconds;

        /// <summary>The highest value: 10^15 mWh, a thousand million kWh. A register that would pass it takes nothing more.</summary>
        public const long HighestMilliwattHours = 1_000_000_000_000_000;

        internal const int MilliwattMillisecondsPerMilliwattHour = 3_600_000;

        /// <summary>The register in mWh, 0 to <see cref="HighestMilliwattHours"/>.</summary>
        public long MilliwattHours
        {
            get { return _milliwattHours; }
        }

        /// <summary>What is carried to the next addition, in mW x ms; less than one mWh.</summary>
        public int RemainderMilliwattMilliseconds
        {
            get { return _remainderMilliwattMilliseconds; }
        }

        /// <summary>Adds a power that flowed for a time.</summary>
        /// <param name="powerMilliwatts">Power in mW, 0 or more.</param>
        /// <param name="durationMilliseconds">Time in ms, 0 or more.</param>
        /// <returns>False, and nothing is changed, when either is negative or the register would pass its highest value.</returns>
        public bool Add(int powerMilliwatts, int durationMilliseconds)
        {
            if (powerMilliwatts < 0 || durationMilliseconds < 0)
            {
                return false;
            }

            // At most 2^62 + 3.6 million: 64 bits hold it.
            long carried = ((long)powerMilliwatts * durationMilliseconds) + RemainderMilliwattMilliseconds;
            if (carried < MilliwattMillisecondsPerMilliwattHour)
            {
                _remainderMilliwattMilliseconds = (int)carried;
                return true;
            }

            return Carry(carried);
        }

        /// <summary>Takes values kept elsewhere, for example in flash.</summary>
        /// <returns>False, and nothing is changed, when they are out of range or below the present ones.</returns>
        public bool Restore(long milliwattHours, int remainderMilliwattMilliseconds)
        {
            if (!CanRestore(milliwattHours, remainderMilliwattMilliseconds))
            {
                return false;
            }

            _milliwattHours = milliwattHours;
            _remainderMilliwattMilliseconds = remainderMilliwattMilliseconds;
            return true;
        }

        internal bool CanRestore(long milliwattHours, int remainder)
        {
            bool isInRange = milliwattHours <= HighestMilliwattHours && remainder >= 0 && remainder < MilliwattMillisecondsPerMilliwattHour;
            bool isBelow = milliwattHours < MilliwattHours || (milliwattHours == MilliwattHours && remainder < RemainderMilliwattMilliseconds);
            return isInRange && !isBelow;
        }

        private bool Carry(long carried)
        {
            long wholeMilliwattHours = carried / MilliwattMillisecondsPerMilliwattHour;
            if (wholeMilliwattHours > HighestMilliwattHours - MilliwattHours)
            {
                return false;
            }

            _milliwattHours += wholeMilliwattHours;
            _remainderMilliwattMilliseconds = (int)(carried - (wholeMilliwattHours * MilliwattMillisecondsPerMilliwattHour));
            return true;
        }
    }
}
