// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>The converter of an INA219: resolution and conversion time by the 4-bit codes of BADC and SADC (SBOS448G, table 5).</summary>
internal static class Ina219Adc
{
    private static readonly int[] s_conversionMicroseconds =
    [
        84, 148, 276, 532, 84, 148, 276, 532, 532, 1_060, 2_130, 4_260, 8_510, 17_020, 34_050, 68_100,
    ];

    internal static int ConversionMicroseconds(int code)
    {
        return s_conversionMicroseconds[code];
    }

    /// <summary>One conversion of an input already divided by the step of 12 bits: rounded to the resolution and clipped.</summary>
    internal static int Convert(int numerator, int stepOf12Bits, int code, int lowest, int highest)
    {
        int step = stepOf12Bits << MissingBits(code);
        int half = numerator < 0 ? -step / 2 : step / 2;
        int steps = (int)(((long)numerator + half) / step);
        return Math.Clamp(steps << MissingBits(code), lowest, highest);
    }

    // Codes 0X00 to 0X11 are 9 to 12 bits, codes from 1000 on 12 bits, averaged.
    private static int MissingBits(int code)
    {
        return code < 8 ? 3 - (code & 3) : 0;
    }
}
