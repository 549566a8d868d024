// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>Quantities as people read them.</summary>
    internal static class Units
    {
        private const int Column = 24;

        /// <summary>A label and the column behind it.</summary>
        public static TextBuffer Label(this TextBuffer output, string label)
        {
            return output.Add(label).Column(Column);
        }

        /// <summary>Energy in mWh as kWh.</summary>
        public static TextBuffer Energy(this TextBuffer output, long milliwattHours)
        {
            return output.AddScaled(milliwattHours, 6).Add(" kWh");
        }

        /// <summary>Power in mW as W.</summary>
        public static TextBuffer Power(this TextBuffer output, long milliwatts)
        {
            return output.AddScaled(milliwatts, 3).Add(" W");
        }

        /// <summary>Per mille as per cent.</summary>
        public static TextBuffer Share(this TextBuffer output, int permille)
        {
            return permille < 0 ? output.Add("unknown") : output.AddScaled(permille, 1).Add(" %");
        }

        /// <summary>Money per kWh in micro-units.</summary>
        public static TextBuffer Price(this TextBuffer output, int micros)
        {
            return output.AddScaled(micros, 6).Add(" /kWh");
        }
    }
}
