// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Pricing;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Shared.Trading
{
    /// <summary>Plays the firmware around a trading controller: slots of 15 samples, 60 s each.</summary>
    internal sealed class MeterScript
    {
        public const int FirstSlot = 2_000_000;
        public const int SlotSeconds = 900;
        public const int SampleSeconds = 60;
        public const int Retail = 200_000;
        public const int Kilowatt = 1_000_000;

        public readonly QTable Table = new QTable();
        public readonly RegisterBank Registers = new RegisterBank();
        public readonly TradingController Controller;
        public readonly Bid Bid = new Bid();
        public readonly SlotReport Report = new SlotReport();

        private int _awardSequence;

        public MeterScript(TradingSettings settings)
        {
            Controller = new TradingController(settings, Registers, Table);
        }

        /// <summary>10 kWh of storage, X_u 80 %, X_d 30 %, timid in the middle between 0.15 and 0.20: asks 0.175.</summary>
        public static TradingSettings Settings()
        {
            return new TradingSettings
            {
                StorageCapacityMilliwattHours = 10_000_000,
                Strategy = PricingStrategy.Timid,
                LevelPermille = 500,
                CostMicrosPerKilowattHour = 100_000,
            };
        }

        public static long StartOf(int slot)
        {
            return MarketSlot.StartSeconds(slot, SlotSeconds);
        }

        /// <summary>A meter that has heard a price in the slot before the first and knows its state of charge.</summary>
        public static MeterScript Started(TradingSettings settings, int stateOfChargePermille)
        {
            MeterScript script = new MeterScript(settings);
            script.Price(FirstSlot, StartOf(FirstSlot) - 60);
            script.Controller.Sample(0, 0, 0, stateOfChargePermille, 0);
            return script;
        }

        /// <summary>A meter with 90 % in its storage that has bid to sell in the first slot.</summary>
        public static MeterScript Selling()
        {
            return Bidding(900);
        }

        /// <summary>A meter with 10 % in its storage that has bid to buy in the first slot.</summary>
        public static MeterScript Buying()
        {
            return Bidding(100);
        }

        public int Price(int slot, long utcSeconds)
        {
            return (int)Controller.OnPrice(new PriceMessage { Slot = slot, RetailMicrosPerKilowattHour = Retail }, utcSeconds);
        }

        /// <summary>Starts a slot, samples it whole, ends it.</summary>
        public void Slot(int slot, int gridMilliwatts, int generationMilliwatts, int storageMilliwatts, int stateOfChargePermille)
        {
            Controller.StartSlot(slot);
            for (int i = 0; i < SlotSeconds / SampleSeconds; i++)
            {
                Sample(gridMilliwatts, generationMilliwatts, storageMilliwatts, stateOfChargePermille);
            }

            Controller.EndSlot(slot, Report);
        }

        public void Sample(int gridMilliwatts, int generationMilliwatts, int storageMilliwatts, int stateOfChargePermille)
        {
            Controller.Sample(gridMilliwatts, generationMilliwatts, storageMilliwatts, stateOfChargePermille, SampleSeconds * 1000);
        }

        public int Award(int slot, TradeSide side, int milliwattHours, bool cuts)
        {
            _awardSequence++;
            return (int)Controller.OnAward(new Award
            {
                Slot = slot,
                Sequence = _awardSequence,
                Side = side,
                EnergyMilliwattHours = milliwattHours,
                CutsInterruptibleLoad = cuts,
            });
        }

        public void AssertSetPoint(StorageMode expected)
        {
            Assert.AreEqual((int)expected, (int)Controller.StorageSetPoint);
        }

        private static MeterScript Bidding(int stateOfChargePermille)
        {
            MeterScript script = Started(Settings(), stateOfChargePermille);
            Assert.IsTrue(script.Controller.DecideBid(FirstSlot, script.Bid));
            return script;
        }
    }
}
