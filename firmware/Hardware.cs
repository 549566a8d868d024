// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;

namespace Prosumeter.Firmware
{
    /// <summary>What the firmware runs on. A null stands for what is not fitted; clock, store and restart always are.</summary>
    public sealed class Hardware
    {
        /// <summary>Time.</summary>
        public IClock Clock;

        /// <summary>Records in flash.</summary>
        public IRecordStore Store;

        /// <summary>The registers' own store that bears a write with every sample, or null.</summary>
        public IRecordStore FastStore;

        /// <summary>Warns of a failing supply.</summary>
        public IPowerFailInput PowerFail;

        /// <summary>Restart and watchdog.</summary>
        public IRestart Restart;

        /// <summary>One sensor for each role, in the order of <see cref="Configuration.SensorRole"/>.</summary>
        public IPowerSensor[] Sensors = new IPowerSensor[Configuration.SettingTable.Roles];

        /// <summary>State of charge.</summary>
        public IStorageGauge Gauge;

        /// <summary>Contactor of the interruptible load.</summary>
        public ILoadSwitch LoadSwitch;

        /// <summary>Lines to the storage inverter.</summary>
        public IStorageSwitch StorageSwitch;

        /// <summary>Serial console.</summary>
        public IConsolePort Console;

        /// <summary>MQTT.</summary>
        public IMessageLink Link;
    }
}
