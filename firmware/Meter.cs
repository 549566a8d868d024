// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Journal;
using Prosumeter.Firmware.Outbox;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Pricing;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Firmware
{
    /// <summary>The parts of a meter that work with or without a network, restored from flash and wired to each other.</summary>
    /// <remarks>
    /// Fields, here and elsewhere in the board code, and properties without a private setter: a property costs 70 bytes of program, its setter 50 more.
    /// </remarks>
    public sealed class Meter
    {

        /// <summary>Event of the log, with the RestartReason.</summary>
        public const string Started = "start after";

        // The last page and the one before: what is older is of slots that are over.
        private const int RecalledMessages = 24;

        /// <summary>Restores a meter.</summary>
        public Meter(Hardware hardware, DeviceConfiguration configuration, ComplaintList complaints)
        {
            Configuration = configuration;
            Complaints = complaints;
            Clock = hardware.Clock;
            Log = new EventLog(Clock);
            Faults = new FaultMemory(Log);
            Store = new WatchedStore(hardware.Store, Faults, Log, FaultFlags.Flash);
            Guard = new BootGuard(Store);
            Guard.Start();
            IsSafeMode = Guard.RowCount >= configuration.Get(SettingId.SafeModeAfterRestarts);
            Journal = new RegisterJournal(
                Store,
                hardware.FastStore == null ? null : new WatchedStore(hardware.FastStore, Faults, Log, FaultFlags.Fram),
                Registers,
                configuration.Get(SettingId.JournalMilliwattHours),
                configuration.Get(SettingId.JournalSeconds));
            Counters = new SequenceCounters(Store);
            Policy = new PolicyJournal(Store, Table, configuration.IsOn(SettingId.Learning));
            Outbox = new MessageOutbox(Store, Counters, Faults);
            Readings = new ReadingBacklog(Store, Faults);
            Controller = new TradingController(SettingsOf(configuration), Registers, Table);
            Sampler = new Sampler(hardware, Controller, Faults, Log, configuration);
            Restore();
        }

        /// <summary>The values of the settings.</summary>
        public readonly DeviceConfiguration Configuration;

        /// <summary>What was wrong in the configuration file.</summary>
        public readonly ComplaintList Complaints;

        /// <summary>Time.</summary>
        public readonly IClock Clock;

        /// <summary>Latest events.</summary>
        public readonly EventLog Log;

        /// <summary>Present faults.</summary>
        public readonly FaultMemory Faults;

        /// <summary>Records in flash.</summary>
        public readonly WatchedStore Store;

        /// <summary>Counts starts.</summary>
        public readonly BootGuard Guard;

        /// <summary>True when the board restarted too often: no market, no network, self-consumption.</summary>
        public readonly bool IsSafeMode;

        /// <summary>The energy registers.</summary>
        public readonly RegisterBank Registers = new RegisterBank();

        /// <summary>The Q-table.</summary>
        public readonly QTable Table = new QTable();

        /// <summary>Sequences of the messages.</summary>
        public readonly SequenceCounters Counters;

        /// <summary>Keeps the registers in flash.</summary>
        public readonly RegisterJournal Journal;

        /// <summary>Keeps the Q-table in flash.</summary>
        public readonly PolicyJournal Policy;

        /// <summary>Bids and slot reports that wait for an acknowledgement.</summary>
        public readonly MessageOutbox Outbox;

        /// <summary>Readings that wait for an acknowledgement.</summary>
        public readonly ReadingBacklog Readings;

        /// <summary>What decides.</summary>
        public readonly TradingController Controller;

        /// <summary>What measures.</summary>
        public readonly Sampler Sampler;

        /// <summary>The last slot that was bid for before the restart, as far as the outbox knows; -1 for none.</summary>
        public int RecalledBidSlot = -1;

        /// <summary>Length of a slot in s.</summary>
        public int SlotSeconds
        {
            get { return Configuration.Get(SettingId.SlotSeconds); }
        }

        private void Restore()
        {
            Log.Add(Started, (int)Guard.Reason);
            if (!Journal.Load())
            {
                Log.Add("no registers in flash, they start at", 0);
            }

            Policy.Load();
            Outbox.Load();
            Readings.Load();
            RecallOutbox();
            Faults.Set(FaultFlags.Configuration, Complaints.TotalCount > 0);
            Faults.Set(FaultFlags.BootLoop, IsSafeMode);
        }

        // Awards answer bids of before the restart.
        private void RecallOutbox()
        {
            Bid bid = new Bid();
            byte[] message = new byte[MessageCodec.MaxMessageLength];
            for (int number = Outbox.NextNumber - RecalledMessages; number < Outbox.NextNumber; number++)
            {
                int length = number < 0 ? 0 : Outbox.Copy(number, message);
                if (MessageCodec.Decode(message, 0, length, bid) == RefusalReason.Taken)
                {
                    Controller.Remember(bid);
                    RecalledBidSlot = bid.Slot;
                }
            }

            // The slot behind a report opens at once, but reaches flash only with the next commit: the supply may have failed before.
            if (Outbox.Reported.Contains(Journal.OpenSlot))
            {
                Journal.OpenSlot = Outbox.Reported.Latest + 1;
            }
        }

        private static TradingSettings SettingsOf(DeviceConfiguration configuration)
        {
            return new TradingSettings
            {
                SlotSeconds = configuration.Get(SettingId.SlotSeconds),
                StorageCapacityMilliwattHours = configuration.Get(SettingId.StorageCapacityWattHours) * 1000L,
                StorageRatedMilliwatts = configuration.Get(SettingId.StorageRatedWatts) * 1000,
                SellAbovePermille = configuration.Get(SettingId.SellAbovePermille),
                BuyBelowPermille = configuration.Get(SettingId.BuyBelowPermille),
                Strategy = (PricingStrategy)configuration.Get(SettingId.Strategy),
                LevelPermille = configuration.Get(SettingId.StrategyLevelPermille),
                CostMicrosPerKilowattHour = configuration.Get(SettingId.CostMicrosPerKilowattHour),
                BuyPriceMicrosPerKilowattHour = configuration.Get(SettingId.BuyPriceMicrosPerKilowattHour),
                AloneAfterSeconds = configuration.Get(SettingId.AloneAfterSeconds),
                AllowsSync = configuration.IsOn(SettingId.Laboratory),
                Learns = configuration.IsOn(SettingId.Learning),
                ExplorationSeed = configuration.Get(SettingId.Meter),
            };
        }
    }
}
