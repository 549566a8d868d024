// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Pricing;
using Prosumeter.Trading;

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>All settings with their ranges and defaults: the one place that knows them. docs/configuration.md is checked against it.</summary>
    public static class SettingTable
    {
        /// <summary>How many roles have a sensor.</summary>
        public const int Roles = 3;

        private const string OffOn = "off|on";
        private const int HighestPin = 48;

        // Beyond this a price would not fit into a message.
        private const int HighestMicros = Messages.PriceMessage.HighestMicros;

        private static readonly string[] s_roles = { "grid-", "generation-", "storage-" };

        // In the order of SettingId.
        private static readonly Setting[] s_common =
        {
            new Setting("meter", 1, int.MaxValue, 1),
            new Setting("cluster", 24, "local"),
            new Setting("broker-host", 64, ""),
            new Setting("broker-port", 1, 65535, 1883),
            new Setting("broker-tls", OffOn, 0, 0),
            new Setting("broker-user", 64, ""),
            new Setting("broker-password", 64, ""),
            new Setting("json-mirror", OffOn, 0, 0),
            new Setting("slot-seconds", MarketSlot.ShortestSeconds, MarketSlot.LongestSeconds, MarketSlot.DefaultSeconds),
            new Setting("sell-above-permille", 0, 1000, 800),
            new Setting("buy-below-permille", 0, 1000, 300),
            new Setting("strategy", "predatory|timid|withholding", (int)PricingStrategy.Predatory, (int)PricingStrategy.Timid),
            new Setting("strategy-level-permille", 0, 1000, 500),
            new Setting("cost-micros-per-kwh", 0, HighestMicros, 0),
            new Setting("buy-price-micros-per-kwh", 0, HighestMicros, 0),
            new Setting("storage-capacity-watt-hours", 0, 10000000, 0),
            new Setting("storage-rated-watts", 0, 1000000, 0),
            new Setting("storage-empty-millivolts", 1000, 1500000, 44000),
            new Setting("storage-full-millivolts", 1000, 1500000, 57000),
            new Setting("storage-resistance-microohms", 0, 10000000, 20000),
            new Setting("alone-after-seconds", 60, 86400, 1800),
            new Setting("learning", OffOn, 0, 0),
            new Setting("laboratory", OffOn, 0, 0),
            new Setting("sampling-period-milliseconds", 20, 10000, 1000),
            new Setting("reading-period-seconds", 0, 3600, 60),
            new Setting("state-period-seconds", 10, 3600, 300),
            new Setting("journal-milliwatt-hours", 100, 1000000, 5000),
            new Setting("journal-seconds", 5, 3600, 60),
            new Setting("safe-mode-after-restarts", 2, 100, 5),
            new Setting("good-run-minutes", 1, 60, 10),
            new Setting("i2c-data-pin", 0, HighestPin, 21),
            new Setting("i2c-clock-pin", 0, HighestPin, 22),
            new Setting("console-tx-pin", -1, HighestPin, 32),
            new Setting("console-rx-pin", 0, HighestPin, 33),
            new Setting("storage-bit0-pin", -1, HighestPin, -1),
            new Setting("storage-bit1-pin", 0, HighestPin, 26),
            new Setting("load-cut-pin", -1, HighestPin, -1),
            new Setting("power-fail-pin", -1, HighestPin, -1),
            new Setting("fram-address", 0, 0x57, 0),
        };

        // In the order of SensorSettingId.
        private static readonly Setting[] s_sensor =
        {
            new Setting("sensor", "none|ina219|ads1115", (int)SensorKind.None, (int)SensorKind.None),
            new Setting("address", 0x40, 0x4F, 0x40),
            new Setting("inverted", OffOn, 0, 0),
            new Setting("shunt-microohms", 100, 10000000, 100000),
            new Setting("bus-divider-permille", 1000, 100000, 1000),
            new Setting("millivolts-per-volt", 1, 10000000, 460000),
            new Setting("milliamperes-per-volt", 1, 10000000, 30000),
            new Setting("phase-microseconds", -3000, 3000, 0),
            new Setting("highest-watts", 1, 2000000, 100000),
        };

        /// <summary>How many settings there are; they are numbered from 0.</summary>
        public static int Count
        {
            get { return s_common.Length + (Roles * s_sensor.Length); }
        }

        /// <summary>The number of a sensor's setting.</summary>
        public static int IndexOf(SensorRole role, SensorSettingId id)
        {
            return s_common.Length + ((int)role * s_sensor.Length) + (int)id;
        }

        /// <summary>A setting by number.</summary>
        public static Setting At(int index)
        {
            return index < s_common.Length ? s_common[index] : s_sensor[(index - s_common.Length) % s_sensor.Length];
        }

        /// <summary>The key of a setting in the file.</summary>
        public static string NameAt(int index)
        {
            return index < s_common.Length ? s_common[index].Name : s_roles[(index - s_common.Length) / s_sensor.Length] + At(index).Name;
        }

        /// <summary>What is allowed, in words.</summary>
        public static string ExpectedAt(int index)
        {
            return index == (int)SettingId.Cluster ? "1 to 24 of a-z 0-9 -" : At(index).Expected;
        }

        /// <summary>The default of a number or choice. Three sensors on one bus need three addresses.</summary>
        public static int DefaultAt(int index)
        {
            int role = (index - s_common.Length) / s_sensor.Length;
            return At(index).Default + (index == IndexOf((SensorRole)role, SensorSettingId.Address) ? role : 0);
        }

        /// <summary>The number of the setting with this key, or -1.</summary>
        public static int Find(string name)
        {
            for (int i = Count - 1; i >= 0; i--)
            {
                if (NameAt(i) == name)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
