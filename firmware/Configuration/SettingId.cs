// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>The settings in the order of <see cref="SettingTable"/>; those of the sensors follow, see <see cref="SensorSettingId"/>.</summary>
    public enum SettingId
    {
        /// <summary>Number of the meter.</summary>
        Meter,

        /// <summary>Name of the cluster.</summary>
        Cluster,

        /// <summary>Host name or address of the broker; empty: no network.</summary>
        BrokerHost,

        /// <summary>TCP port of the broker.</summary>
        BrokerPort,

        /// <summary>1 for TLS to the broker.</summary>
        BrokerTls,

        /// <summary>User name at the broker; empty: none.</summary>
        BrokerUser,

        /// <summary>Password at the broker.</summary>
        BrokerPassword,

        /// <summary>1 to publish each message as JSON too.</summary>
        JsonMirror,

        /// <summary>Length of a slot in s.</summary>
        SlotSeconds,

        /// <summary>Sharing ratio X_u in per mille.</summary>
        SellAbovePermille,

        /// <summary>Sharing ratio X_d in per mille.</summary>
        BuyBelowPermille,

        /// <summary>A PricingStrategy number.</summary>
        Strategy,

        /// <summary>Level within the strategy in per mille.</summary>
        StrategyLevelPermille,

        /// <summary>Own cost in micro-units per kWh.</summary>
        CostMicrosPerKilowattHour,

        /// <summary>Highest price paid in micro-units per kWh; 0: the retail price.</summary>
        BuyPriceMicrosPerKilowattHour,

        /// <summary>Usable capacity of the storage in Wh.</summary>
        StorageCapacityWattHours,

        /// <summary>Rated power of the storage inverter in W; 0: no limit.</summary>
        StorageRatedWatts,

        /// <summary>Open-circuit voltage of the empty storage in mV.</summary>
        StorageEmptyMillivolts,

        /// <summary>Open-circuit voltage of the full storage in mV.</summary>
        StorageFullMillivolts,

        /// <summary>Inner resistance of the storage in microohms.</summary>
        StorageResistanceMicroohms,

        /// <summary>Time without a price after which the meter is alone, in s.</summary>
        AloneAfterSeconds,

        /// <summary>1 to learn from settlements.</summary>
        Learning,

        /// <summary>1 to allow the action "sync".</summary>
        Laboratory,

        /// <summary>Time between two samples in ms.</summary>
        SamplingPeriodMilliseconds,

        /// <summary>Time between two readings in s; 0: none.</summary>
        ReadingPeriodSeconds,

        /// <summary>Time between two states in s.</summary>
        StatePeriodSeconds,

        /// <summary>The registers are saved after this much energy, in mWh.</summary>
        JournalMilliwattHours,

        /// <summary>The registers are saved after this time, in s.</summary>
        JournalSeconds,

        /// <summary>From this restart in a row on the board starts in safe mode.</summary>
        SafeModeAfterRestarts,

        /// <summary>A run this long is a good one, in min.</summary>
        GoodRunMinutes,

        /// <summary>GPIO of the I2C data line.</summary>
        I2cDataPin,

        /// <summary>GPIO of the I2C clock line.</summary>
        I2cClockPin,

        /// <summary>GPIO that sends to the console; -1: no console.</summary>
        ConsoleTxPin,

        /// <summary>GPIO that receives from the console.</summary>
        ConsoleRxPin,

        /// <summary>GPIO of bit 0 to the storage inverter; -1: not fitted.</summary>
        StorageBit0Pin,

        /// <summary>GPIO of bit 1 to the storage inverter.</summary>
        StorageBit1Pin,

        /// <summary>GPIO that cuts the interruptible load; -1: not fitted.</summary>
        LoadCutPin,

        /// <summary>GPIO that falls when the supply fails; -1: not fitted.</summary>
        PowerFailPin,

        /// <summary>I2C address of an FRAM for the registers; 0: not fitted.</summary>
        FramAddress,
    }
}
