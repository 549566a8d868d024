// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// The stretch of an AC measurement that holds whole mains cycles, from the first rising zero crossing of the voltage to the last,
    /// and the weight of each instant in it. The weight falls to zero at both ends (a Hann taper), so that the few samples a cycle
    /// that a multiplexed converter yields do not let the ripple of the power at twice the mains frequency leak into its mean.
    /// </summary>
    internal sealed class MainsWindow
    {
        private const int NominalPeriodMicroseconds = 20000;

        // Shorter than a cycle of 65 Hz by a margin: noise about zero makes no second crossing.
        private const int LeastPeriodMicroseconds = 12000;

        // Below this swing (25 mV at the converter) there is no mains voltage to find crossings in.
        private const int LeastSwingCodes = 400;

        private int _beginMicroseconds;
        private int _endMicroseconds;

        public int PeriodMicroseconds;

        /// <summary>Finds the whole cycles; without mains voltage the window is all there is.</summary>
        public void Fit(MainsSamples voltage)
        {
            _beginMicroseconds = voltage.TimeAt(0);
            _endMicroseconds = voltage.TimeAt(voltage.Count - 1);
            PeriodMicroseconds = NominalPeriodMicroseconds;
            if (Swing(voltage) >= LeastSwingCodes)
            {
                FitToCrossings(voltage);
            }
        }

        /// <summary>Weight of an instant in 1/32768; 0 outside.</summary>
        public int WeightAt(int microseconds)
        {
            int length = _endMicroseconds - _beginMicroseconds;
            int elapsed = microseconds - _beginMicroseconds;
            if (elapsed <= 0 || elapsed >= length)
            {
                return 0;
            }

            int sine = Angle.Sine((int)((long)elapsed * (Angle.Turn / 2) / length));
            return (int)((long)sine * sine / Angle.One);
        }

        private void FitToCrossings(MainsSamples voltage)
        {
            int offset = voltage.Mean();
            int first = 0;
            int last = 0;
            int crossings = 0;
            for (int i = 1; i < voltage.Count; i++)
            {
                int before = voltage.CodeAt(i - 1) - offset;
                int after = voltage.CodeAt(i) - offset;
                if (before >= 0 || after < 0)
                {
                    continue;
                }

                int elapsed = voltage.TimeAt(i) - voltage.TimeAt(i - 1);
                int crossing = voltage.TimeAt(i - 1) + (int)((long)elapsed * -before / (after - before));
                if (crossings == 0)
                {
                    first = crossing;
                }
                else if (crossing - last < LeastPeriodMicroseconds)
                {
                    continue;
                }

                last = crossing;
                crossings++;
            }

            if (crossings > 1)
            {
                _beginMicroseconds = first;
                _endMicroseconds = last;
                PeriodMicroseconds = (last - first) / (crossings - 1);
            }
        }

        private static int Swing(MainsSamples voltage)
        {
            int lowest = voltage.CodeAt(0);
            int highest = lowest;
            for (int i = 1; i < voltage.Count; i++)
            {
                int code = voltage.CodeAt(i);
                lowest = code < lowest ? code : lowest;
                highest = code > highest ? code : highest;
            }

            return highest - lowest;
        }
    }
}
