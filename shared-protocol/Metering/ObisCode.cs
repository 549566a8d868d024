// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Metering
{
    /// <summary>
    /// OBIS codes (IEC 62056-61) of the registers in the short form C.D.E. Import and export have standard codes. The standard has none for
    /// generation, charge and discharge of a home: they use the manufacturer range (C = 128 to 199) with D = 8, time integral.
    /// </summary>
    public static class ObisCode
    {
        /// <summary>Active energy import (+A), total.</summary>
        public const string Import = "1.8.0";

        /// <summary>Active energy export (-A), total.</summary>
        public const string Export = "2.8.0";

        /// <summary>Energy of the own generation.</summary>
        public const string Generation = "128.8.0";

        /// <summary>Energy put into the storage.</summary>
        public const string Charge = "129.8.0";

        /// <summary>Energy taken from the storage.</summary>
        public const string Discharge = "130.8.0";

        /// <summary>All of them, in the order of <see cref="RegisterBank.At"/>.</summary>
        public static readonly string[] All = { Import, Export, Generation, Charge, Discharge };

        /// <summary>The name people read for a code; empty for any other text.</summary>
        public static string NameOf(string code)
        {
            switch (code)
            {
                case Import:
                    return "import";
                case Export:
                    return "export";
                case Generation:
                    return "generation";
                case Charge:
                    return "charge";
                case Discharge:
                    return "discharge";
                default:
                    return "";
            }
        }
    }
}
