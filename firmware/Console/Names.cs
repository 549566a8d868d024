// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Metering;

namespace Prosumeter.Firmware.Console
{
    /// <summary>What people read for the numbers of enumerations: on the board they have no names.</summary>
    internal static class Names
    {
        /// <summary>In the order of SensorRole.</summary>
        public static readonly string[] Roles = { "grid", "generation", "storage" };

        /// <summary>In the order of SensorStatus.</summary>
        public static readonly string[] Sensors = { "ok", "no answer", "bus stuck", "saturated", "stuck", "misconfigured", "implausible" };

        /// <summary>In the order of RestartReason.</summary>
        public static readonly string[] Restarts = { "power on", "command", "exception", "end of safe mode", "network" };

        /// <summary>In the order of LinkState.</summary>
        public static readonly string[] Links = { "closed", "connecting", "connected" };

        /// <summary>Where a name stands, -1 when it is none.</summary>
        public static int IndexOf(string[] names, string name)
        {
            int index = names.Length - 1;
            while (index >= 0 && names[index] != name)
            {
                index--;
            }

            return index;
        }

        /// <summary>The name at an index, "?" where there is none.</summary>
        public static string At(string[] names, int index)
        {
            return index >= 0 && index < names.Length ? names[index] : "?";
        }

        /// <summary>The names of all faults in a sum, "none" for 0.</summary>
        public static string OfFaults(int faults)
        {
            string names = "";
            for (int bit = 0; bit < FaultFlags.Count; bit++)
            {
                if ((faults & (1 << bit)) != 0)
                {
                    names += (names.Length > 0 ? ", " : "") + FaultFlags.NameOfBit(bit);
                }
            }

            return names.Length > 0 ? names : "none";
        }
    }
}
