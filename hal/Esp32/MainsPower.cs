// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// Real power, RMS voltage and RMS current of paired AC samples, in converter codes, with integers only.
    /// The two channels share one converter and are sampled in turn; the voltage is interpolated to the instant of each current sample.
    /// </summary>
    internal sealed class MainsPower
    {
        // sin(wT) below this: the voltage samples are too close to half a cycle apart to interpolate between.
        private const int LeastSine = Angle.One / 8;

        private readonly MainsWindow _window = new MainsWindow();

        /// <summary>Mean of voltage times current, in codes squared, signed.</summary>
        public long RealPower;

        /// <summary>RMS voltage in 1/16 code.</summary>
        public int VoltageRms;

        /// <summary>RMS current in 1/16 code.</summary>
        public int CurrentRms;

        /// <summary>Evaluates one measurement.</summary>
        /// <param name="voltage">Voltage samples, one more than current samples: V I V I ... V.</param>
        /// <param name="current">Current samples, each between two of the voltage.</param>
        /// <param name="phaseMicroseconds">How far the current channel leads the voltage channel; the voltage is taken that much later.</param>
        public void Evaluate(MainsSamples voltage, MainsSamples current, int phaseMicroseconds)
        {
            _window.Fit(voltage);
            int voltageOffset = WeightedMean(voltage);
            int currentOffset = WeightedMean(current);
            VoltageRms = Rms(voltage, voltageOffset);
            CurrentRms = Rms(current, currentOffset);
            RealPower = MeanProduct(voltage, voltageOffset, current, currentOffset, phaseMicroseconds);
        }

        private long MeanProduct(MainsSamples voltage, int voltageOffset, MainsSamples current, int currentOffset, int phaseMicroseconds)
        {
            long sum = 0;
            long weights = 0;
            for (int k = 0; k < current.Count; k++)
            {
                int before = IndexBefore(voltage, current.TimeAt(k) + phaseMicroseconds, k);
                int gap = voltage.TimeAt(before + 1) - voltage.TimeAt(before);
                int sineOfGap = Angle.Sine(AngleOf(gap));
                if (gap >= _window.PeriodMicroseconds / 2 || sineOfGap < LeastSine)
                {
                    continue;
                }

                // Exact for a sine of the mains frequency; linear weights would lose 5 to 10 % at six samples a cycle.
                int later = current.TimeAt(k) + phaseMicroseconds - voltage.TimeAt(before);
                long interpolated = ((long)(voltage.CodeAt(before) - voltageOffset) * Angle.Sine(AngleOf(gap - later)))
                    + ((long)(voltage.CodeAt(before + 1) - voltageOffset) * Angle.Sine(AngleOf(later)));
                long weight = (long)_window.WeightAt(current.TimeAt(k)) * current.SpacingAt(k);
                sum += interpolated / sineOfGap * (current.CodeAt(k) - currentOffset) * weight;
                weights += weight;
            }

            return weights > 0 ? sum / weights : 0;
        }

        private int AngleOf(int microseconds)
        {
            return (int)((long)microseconds * Angle.Turn / _window.PeriodMicroseconds);
        }

        private static int IndexBefore(MainsSamples voltage, int microseconds, int start)
        {
            int index = start;
            while (index > 0 && voltage.TimeAt(index) > microseconds)
            {
                index--;
            }

            while (index < voltage.Count - 2 && voltage.TimeAt(index + 1) <= microseconds)
            {
                index++;
            }

            return index;
        }

        private int WeightedMean(MainsSamples samples)
        {
            long sum = 0;
            long weights = 0;
            for (int i = 0; i < samples.Count; i++)
            {
                long weight = (long)_window.WeightAt(samples.TimeAt(i)) * samples.SpacingAt(i);
                sum += samples.CodeAt(i) * weight;
                weights += weight;
            }

            return weights > 0 ? (int)(sum / weights) : 0;
        }

        private int Rms(MainsSamples samples, int offset)
        {
            long sum = 0;
            long weights = 0;
            for (int i = 0; i < samples.Count; i++)
            {
                long weight = (long)_window.WeightAt(samples.TimeAt(i)) * samples.SpacingAt(i);
                long code = samples.CodeAt(i) - offset;
                sum += code * code * weight;
                weights += weight;
            }

            return weights > 0 ? SquareRoot(sum / weights * 256) : 0;
        }

        private static int SquareRoot(long square)
        {
            long root = 0;
            for (long bit = 1L << 40; bit > 0; bit >>= 2)
            {
                if (square >= root + bit)
                {
                    square -= root + bit;
                    root = (root >> 1) + bit;
                }
                else
                {
                    root >>= 1;
                }
            }

            return (int)root;
        }
    }
}
