// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Pricing;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Trading
{
    /// <summary>
    /// A scripted day of one meter: 96 slots, 15 samples each, prices, awards, demand cuts, settlements, learning, and two hours without an aggregator.
    /// The checksum over every byte the meter says is a constant: the same inputs give the same bytes on .NET and on nanoCLR.
    /// </summary>
    [TestClass]
    public class GoldenTraceTests
    {
        // A change of these is a change of behaviour: say so in the changelog.
        private const uint Checksum = 1_253_708_628;
        private const int Bids = 73;
        private const int AloneSlots = 7;
        private const long ImportMilliwattHours = 7_788_037;
        private const long ExportMilliwattHours = 19_194_098;

        private const int Slots = 96;
        private const int SamplesPerSlot = 15;
        private const int GateSample = 13;
        private const int FirstSlot = MeterScript.FirstSlot - 32;
        private const int SilentFrom = 40;
        private const int SilentSlots = 8;

        private static readonly byte[] s_buffer = new byte[800];
        private static readonly ScriptedHome s_home = new ScriptedHome();
        private static readonly MeterScript s_script = new MeterScript(new TradingSettings
        {
            StorageCapacityMilliwattHours = ScriptedHome.CapacityMilliwattHours,
            StorageRatedMilliwatts = ScriptedHome.RatedMilliwatts,
            Strategy = PricingStrategy.Predatory,
            LevelPermille = 333,
            CostMicrosPerKilowattHour = 90_001,
            Learns = true,
        });

        private static uint s_checksum;
        private static int s_sequence;
        private static int s_bids;
        private static int s_aloneSlots;

        [TestMethod]
        public void DayOfOneMeterGivesTheSameBytesEverywhere()
        {
            Say(new Birth { BootCount = 1, SlotSeconds = MeterScript.SlotSeconds, FirmwareVersion = "golden" });
            for (int slot = 0; slot < Slots; slot++)
            {
                RunSlot(slot);
            }

            s_checksum = Crc32.Continue(s_checksum, s_buffer, 0, s_script.Table.Export(s_buffer));
            Assert.AreEqual(Bids, s_bids);
            Assert.AreEqual(AloneSlots, s_aloneSlots);
            Assert.AreEqual(ImportMilliwattHours, s_script.Report.ImportMilliwattHours);
            Assert.AreEqual(ExportMilliwattHours, s_script.Report.ExportMilliwattHours);
            Assert.AreEqual(Checksum, s_checksum);
        }

        private static void RunSlot(int slotOfDay)
        {
            int slot = FirstSlot + slotOfDay;
            Announce(slotOfDay);
            s_script.Controller.StartSlot(slot);
            bool isBidding = false;
            for (int sample = 0; sample < SamplesPerSlot; sample++)
            {
                RunSample(slotOfDay, sample);
                isBidding |= sample == GateSample && Decide(slotOfDay + 1);
            }

            s_aloneSlots += s_script.Controller.IsAlone ? 1 : 0;
            s_script.Controller.EndSlot(slot, s_script.Report);
            Say(s_script.Report);
            Settle(slotOfDay);
            if (isBidding || slotOfDay % 12 == 5)
            {
                Award(slotOfDay + 1, isBidding);
            }
        }

        private static void Announce(int slotOfDay)
        {
            if (slotOfDay < SilentFrom || slotOfDay >= SilentFrom + SilentSlots)
            {
                PriceMessage price = new PriceMessage { Slot = FirstSlot + slotOfDay + 1, RetailMicrosPerKilowattHour = 180_000 + (slotOfDay * 1237 % 60_001) };
                Assert.AreEqual(0, (int)s_script.Controller.OnPrice(price, StartOf(slotOfDay)));
            }
        }

        private static void RunSample(int slotOfDay, int sample)
        {
            TradingController controller = s_script.Controller;
            int second = (slotOfDay * MeterScript.SlotSeconds) + (sample * MeterScript.SampleSeconds);
            controller.Tick(StartOf(0) + second);
            s_home.Run(second, MeterScript.SampleSeconds, controller.StorageSetPoint, controller.CutsInterruptibleLoad);
            s_script.Sample(s_home.GridMilliwatts, s_home.GenerationMilliwatts, s_home.StorageMilliwatts, s_home.StateOfChargePermille);
            if (sample == 7)
            {
                SayReading(slotOfDay, second);
            }
        }

        private static bool Decide(int slotOfDay)
        {
            TradingController controller = s_script.Controller;
            bool isBidding = controller.DecideBid(FirstSlot + slotOfDay, s_script.Bid);
            if (isBidding)
            {
                s_bids++;
                Say(s_script.Bid);
            }

            // Reason and set-point are no fields of a message: they stand where this script has no use for the field.
            Say(new StateMessage
            {
                IsOnline = true,
                IsAlone = controller.IsAlone,
                StorageState = (int)controller.Decision.State,
                StateOfChargePermille = controller.StateOfChargePermille,
                UptimeSeconds = slotOfDay * MeterScript.SlotSeconds,
                OutboxDepth = (int)controller.Decision.Reason,
                DroppedCount = (int)controller.StorageSetPoint,
            });
            return isBidding;
        }

        // Awards all, three quarters, half or a quarter of what was bid; every twelfth slot cuts the interruptible load, with or without a bid.
        private static void Award(int slotOfDay, bool isBidding)
        {
            int energy = isBidding ? s_script.Bid.EnergyMilliwattHours / 4 * (1 + (slotOfDay % 4)) : 0;
            Assert.AreEqual(0, s_script.Award(FirstSlot + slotOfDay, isBidding ? s_script.Bid.Side : TradeSide.Sell, energy, slotOfDay % 12 == 6));
        }

        private static void Settle(int slotOfDay)
        {
            long amount = ((slotOfDay * 7717) % 40_001) - 17_000;
            Settlement settlement = new Settlement { Slot = FirstSlot + slotOfDay, AmountMicros = amount };
            Assert.AreEqual(0, (int)s_script.Controller.OnSettlement(settlement));
        }

        private static void SayReading(int slotOfDay, int second)
        {
            Reading reading = new Reading
            {
                UtcSeconds = StartOf(0) + second,
                Slot = FirstSlot + slotOfDay,
                GridMilliwatts = s_home.GridMilliwatts,
                GenerationMilliwatts = s_home.GenerationMilliwatts,
                StorageMilliwatts = s_home.StorageMilliwatts,
                StateOfChargePermille = s_home.StateOfChargePermille,
            };
            reading.TakeRegisters(s_script.Registers);
            Say(reading);
        }

        private static void Say(Message message)
        {
            s_sequence++;
            message.Meter = 12;
            message.Sequence = s_sequence;
            int length = MessageCodec.Encode(message, s_buffer, 0);
            Assert.IsTrue(length > 0 && (message.Type != MessageType.Bid || length <= 40));
            s_checksum = Crc32.Continue(s_checksum, s_buffer, 0, length);
        }

        private static long StartOf(int slotOfDay)
        {
            return MeterScript.StartOf(FirstSlot + slotOfDay);
        }
    }
}
