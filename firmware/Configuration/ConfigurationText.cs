// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>Writes a configuration as the parser reads it: the settings that differ from their defaults, one a line.</summary>
    public static class ConfigurationText
    {
        // All keys with their longest values have 3 KB.
        private const int Longest = 4096;

        /// <summary>The bytes of the file.</summary>
        public static byte[] Of(DeviceConfiguration configuration)
        {
            DeviceConfiguration defaults = new DeviceConfiguration();
            byte[] buffer = new byte[Longest];
            int length = 0;
            for (int i = 0; i < SettingTable.Count; i++)
            {
                string value = configuration.Format(i);
                if (value != defaults.Format(i))
                {
                    length = Put(SettingTable.NameAt(i) + " = " + value + "\n", buffer, length);
                }
            }

            byte[] text = new byte[length];
            System.Array.Copy(buffer, 0, text, 0, length);
            return text;
        }

        private static int Put(string line, byte[] buffer, int length)
        {
            for (int i = 0; i < line.Length; i++)
            {
                buffer[length++] = (byte)line[i];
            }

            return length;
        }
    }
}
