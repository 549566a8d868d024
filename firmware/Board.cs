// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Journal;
using Prosumeter.Hal.Esp32;

namespace Prosumeter.Firmware
{
    /// <summary>The ESP32 board: configuration from flash, the hardware it describes, and the application on that.</summary>
    public static class Board
    {
        /// <summary>Folder of all files.</summary>
        public const string Folder = "I:\\";

        /// <summary>The configuration file.</summary>
        public const string ConfigurationPath = Folder + "prosumeter.conf";

        private const int LongestConfiguration = 8192;

        /// <summary>Reads the configuration and builds everything.</summary>
        public static ControllerApp Build()
        {
            ComplaintList complaints = new ComplaintList();
            DeviceConfiguration configuration = ConfigurationParser.Parse(ReadConfiguration(complaints), complaints);
            Hardware hardware = new HardwareBuilder(configuration, complaints).Build(Folder);
            return new ControllerApp(hardware, configuration, complaints);
        }

        /// <summary>Notes in flash why the board is about to restart, for when there is no application to do it. Never throws.</summary>
        public static void Announce(RestartReason reason)
        {
            try
            {
                BootGuard guard = new BootGuard(new FileRecordStore(Folder));
                guard.Continue();
                guard.Announce(reason);
            }
            catch (Exception)
            {
                // The restart matters more than its reason.
            }
        }

        private static byte[] ReadConfiguration(ComplaintList complaints)
        {
            try
            {
                return File.Exists(ConfigurationPath)
                    ? ReadFile(complaints)
                    : Complain(complaints, "no such file, all settings have their defaults");
            }
            catch (IOException)
            {
                return Complain(complaints, "not readable, all settings have their defaults");
            }
        }

        private static byte[] ReadFile(ComplaintList complaints)
        {
            using (FileStream stream = new FileStream(ConfigurationPath, FileMode.Open, FileAccess.Read))
            {
                if (stream.Length > LongestConfiguration)
                {
                    return Complain(complaints, "more than 8192 bytes, all settings have their defaults");
                }

                byte[] text = new byte[(int)stream.Length];
                int read = 0;
                int last = 1;
                while (read < text.Length && last > 0)
                {
                    last = stream.Read(text, read, text.Length - read);
                    read += last;
                }

                return read == text.Length ? text : Complain(complaints, "not readable, all settings have their defaults");
            }
        }

        private static byte[] Complain(ComplaintList complaints, string what)
        {
            complaints.Add(0, ConfigurationPath, "", what);
            return new byte[0];
        }
    }
}
