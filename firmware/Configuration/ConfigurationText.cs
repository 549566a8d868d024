// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>Writes a configuration as the parser reads it: the settings that were given, one a line.</summary>
    public static class ConfigurationText
    {
        /// <summary>The bytes of the file.</summary>
        public static byte[] Of(DeviceConfiguration configuration)
        {
            string text = "";
            for (int i = 0; i < SettingTable.Count; i++)
            {
                string value = configuration.Format(i);
                if (configuration.IsGiven[i] && value.Length > 0)
                {
                    text += SettingTable.NameAt(i) + " = " + value + "\n";
                }
            }

            return Encoding.UTF8.GetBytes(text);
        }
    }
}
