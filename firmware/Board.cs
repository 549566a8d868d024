// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
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

        /// <summary>Reads the configuration and builds everything.</summary>
        public static ControllerApp Build()
        {
            ComplaintList complaints = new ComplaintList();
            DeviceConfiguration configuration = ConfigurationParser.Parse(ConfigurationFile.Read(complaints), complaints);
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
    }
}
