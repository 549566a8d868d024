// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Sine without floating point: angles in 1/65536 of a turn, values in 1/32768.</summary>
    internal static class Angle
    {
        public const int Turn = 65536;
        public const int One = 32768;

        private const int QuarterTurn = Turn / 4;

        // sin(x pi/2) = x (c1 - x^2 (c3 - x^2 c5)) for x in 0..1, fitted for the least error, 1.1e-4.
        private const long C1 = 51466;
        private const long C3 = 21070;
        private const long C5 = 2374;

        /// <summary>Sine of an angle, in 1/32768.</summary>
        public static int Sine(int angle)
        {
            angle &= Turn - 1;
            bool isNegative = angle >= Turn / 2;
            if (isNegative)
            {
                angle -= Turn / 2;
            }

            if (angle > QuarterTurn)
            {
                angle = (Turn / 2) - angle;
            }

            long x = angle * 2;
            long square = x * x / One;
            long sine = x * (C1 - (square * (C3 - (square * C5 / One)) / One)) / One;
            return (int)(isNegative ? -sine : sine);
        }
    }
}
