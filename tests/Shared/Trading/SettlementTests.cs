// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Policy;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Trading
{
    [TestClass]
    public class SettlementTests
    {
        private const int First = MeterScript.FirstSlot;

        private static readonly int s_slotOfDay = MarketSlot.SlotOfDay96(MeterScript.StartOf(First));

        [TestMethod]
        public void MeterDoesNotLearnUnlessTold()
        {
            MeterScript script = Decided(MeterScript.Settings());

            Assert.AreEqual(0, Settle(script, 1_000_000));
            Assert.AreEqual(0, script.Table.Value(s_slotOfDay, PolicyAction.Friendly));
        }

        [TestMethod]
        public void MoneyOfTheSlotIsTheReward()
        {
            MeterScript script = Decided(Learning());

            Assert.AreEqual(0, Settle(script, 25_000));
            Assert.AreEqual(5 * QTable.One / 2, script.Table.Value(s_slotOfDay, PolicyAction.Friendly));
        }

        [TestMethod]
        [TestCategory("P-23")]
        [TestCategory("P-33")]
        public void SecondSettlementTeachesNothing()
        {
            MeterScript script = Decided(Learning());
            Settle(script, 25_000);

            Assert.AreEqual((int)RefusalReason.Repeated, Settle(script, -25_000));
            Assert.AreEqual(5 * QTable.One / 2, script.Table.Value(s_slotOfDay, PolicyAction.Friendly));
        }

        [TestMethod]
        public void SlotWithoutADecisionTeachesNothing()
        {
            MeterScript script = Decided(Learning());

            Assert.AreEqual(0, (int)script.Controller.OnSettlement(new Settlement { Slot = First - 1, AmountMicros = 10_000 }));
            Assert.AreEqual(0, script.Table.Value(s_slotOfDay - 1, PolicyAction.Friendly));
            Assert.AreEqual(0, (int)script.Controller.OnSettlement(new Settlement { Slot = -1, AmountMicros = 10_000 }));
        }

        [TestMethod]
        public void ActionThatWasTakenIsTheOneThatLearns()
        {
            TradingSettings settings = Learning();
            settings.AllowsSync = true;
            MeterScript script = MeterScript.Started(settings, 900);
            script.Table.Update(s_slotOfDay, PolicyAction.Sync, 1, QTable.One, 0);
            script.Controller.DecideBid(First, script.Bid);

            Settle(script, -10_000);
            Assert.AreEqual(0, script.Table.Value(s_slotOfDay, PolicyAction.Friendly));
            Assert.AreEqual(-QTable.One, script.Table.Value(s_slotOfDay, PolicyAction.Sync));
        }

        [TestMethod]
        public void HugeAmountsStayWithinTheTable()
        {
            MeterScript script = Decided(Learning());
            Settle(script, long.MaxValue);
            Assert.AreEqual(32_767 * QTable.One, script.Table.Value(s_slotOfDay, PolicyAction.Friendly));

            script = Decided(Learning());
            Settle(script, long.MinValue);
            Assert.AreEqual(-32_767 * QTable.One, script.Table.Value(s_slotOfDay, PolicyAction.Friendly));
        }

        private static TradingSettings Learning()
        {
            TradingSettings settings = MeterScript.Settings();
            settings.Learns = true;
            settings.AlphaQ16 = QTable.One;
            settings.GammaQ16 = 0;
            return settings;
        }

        private static MeterScript Decided(TradingSettings settings)
        {
            MeterScript script = MeterScript.Started(settings, 900);
            Assert.IsTrue(script.Controller.DecideBid(First, script.Bid));
            return script;
        }

        private static int Settle(MeterScript script, long amountMicros)
        {
            return (int)script.Controller.OnSettlement(new Settlement { Slot = First, AmountMicros = amountMicros });
        }
    }
}
