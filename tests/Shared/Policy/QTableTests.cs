// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Policy;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Policy
{
    [TestClass]
    public class QTableTests
    {
        // 0.01 and 0.9 in Q16.16.
        private const int Alpha = 655;
        private const int Gamma = 58982;

        private static readonly byte[] s_record = new byte[800];

        [TestMethod]
        public void ExportIsAtMostEightHundredBytes()
        {
            Assert.AreEqual(776, QTable.ExportLength);
            Assert.AreEqual(QTable.ExportLength, new QTable().Export(s_record));
        }

        [TestMethod]
        public void NewTableIsFriendlyEverywhere()
        {
            QTable table = new QTable();
            for (int slot = -1; slot <= QTable.Slots; slot++)
            {
                Assert.AreEqual((int)PolicyAction.Friendly, (int)table.Best(slot));
                Assert.AreEqual(0, table.Advantage(slot));
            }
        }

        [TestMethod]
        public void UpdateIsTheOneStepRule()
        {
            // 0.5 (1 + 0.5 x 2 - 0) = 1; then 1 + 0.5 (-1 + 0 - 1) = 0.
            Assert.AreEqual(QTable.One, QTable.Next(0, QTable.One, 2 * QTable.One, QTable.One / 2, QTable.One / 2));
            Assert.AreEqual(0, QTable.Next(QTable.One, -QTable.One, 0, QTable.One / 2, QTable.One / 2));
        }

        [TestMethod]
        public void ChainOfUpdatesStaysWithinTwoUnitsOfTheLastPlace()
        {
            int value = QTable.Next(0, Q(-500_000), 0, Alpha, Gamma);
            Near(-5_000, value);
            value = QTable.Next(value, Q(-500_000), Q(200_000), Alpha, Gamma);
            Near(-8_150, value);
            value = QTable.Next(value, Q(400_000), Q(300_000), Alpha, Gamma);
            Near(-1_368, value);
            value = QTable.Next(value, 0, Q(300_000), Alpha, Gamma);
            Near(1_345, value);
        }

        [TestMethod]
        public void ProductsAreRoundedToTheNearestHalvesUp()
        {
            Assert.AreEqual(1, QTable.Next(0, 1, 0, QTable.One / 2, 0));
            Assert.AreEqual(0, QTable.Next(0, -1, 0, QTable.One / 2, 0));
            Assert.AreEqual(-1, QTable.Next(0, -3, 0, QTable.One / 2, 0));
            Assert.AreEqual(0, QTable.Next(0, 1, 0, (QTable.One / 2) - 1, 0));
            Assert.AreEqual(1, QTable.Next(0, 0, 1, QTable.One, QTable.One / 2));
        }

        [TestMethod]
        public void ValuesStayWithinThirtyTwoBits()
        {
            Assert.AreEqual(int.MaxValue, QTable.Next(int.MaxValue, int.MaxValue, int.MaxValue, QTable.One, QTable.One));
            Assert.AreEqual(int.MinValue, QTable.Next(int.MinValue, int.MinValue, int.MinValue, QTable.One, QTable.One));
            Assert.AreEqual(int.MaxValue, QTable.Next(int.MinValue, int.MaxValue, int.MaxValue, QTable.One, QTable.One));
        }

        [TestMethod]
        public void RatesOutsideZeroToOneCountAsTheNearest()
        {
            Assert.AreEqual(QTable.Next(5, 70_000, 9_000, QTable.One, QTable.One), QTable.Next(5, 70_000, 9_000, int.MaxValue, QTable.One + 1));
            Assert.AreEqual(5, QTable.Next(5, 70_000, 9_000, -1, -1));
        }

        [TestMethod]
        public void FollowingSlotCountsWithItsBestAction()
        {
            QTable table = new QTable();
            table.Update(11, PolicyAction.Friendly, -4 * QTable.One, QTable.One, QTable.One);
            table.Update(11, PolicyAction.Sync, 3 * QTable.One, QTable.One, QTable.One);
            table.Update(10, PolicyAction.Friendly, QTable.One, QTable.One, QTable.One);

            Assert.AreEqual(4 * QTable.One, table.Value(10, PolicyAction.Friendly));
            Assert.AreEqual(7 * QTable.One, table.Advantage(11));
            Assert.AreEqual((int)PolicyAction.Sync, (int)table.Best(11));
            Assert.AreEqual((int)PolicyAction.Friendly, (int)table.Best(10));
        }

        [TestMethod]
        public void NothingFollowsTheLastSlot()
        {
            QTable table = new QTable();
            table.Update(0, PolicyAction.Friendly, 8 * QTable.One, QTable.One, QTable.One);
            table.Update(95, PolicyAction.Friendly, QTable.One, QTable.One, QTable.One);

            Assert.AreEqual(QTable.One, table.Value(95, PolicyAction.Friendly));
        }

        [TestMethod]
        public void TieIsFriendly()
        {
            QTable table = new QTable();
            table.Update(3, PolicyAction.Friendly, -9, QTable.One, 0);
            table.Update(3, PolicyAction.Sync, -9, QTable.One, 0);
            Assert.AreEqual((int)PolicyAction.Friendly, (int)table.Best(3));

            table.Update(3, PolicyAction.Sync, -8, QTable.One, 0);
            Assert.AreEqual((int)PolicyAction.Sync, (int)table.Best(3));
            Assert.AreEqual(1, table.Advantage(3));
        }

        [TestMethod]
        public void AdvantageStaysWithinThirtyTwoBits()
        {
            QTable table = new QTable();
            table.Update(3, PolicyAction.Friendly, int.MinValue, QTable.One, 0);
            table.Update(3, PolicyAction.Sync, int.MaxValue, QTable.One, 0);

            Assert.AreEqual(int.MaxValue, table.Advantage(3));
        }

        [TestMethod]
        public void WhatIsNoCellChangesNothing()
        {
            QTable table = new QTable();
            table.Update(-1, PolicyAction.Friendly, QTable.One, QTable.One, 0);
            table.Update(96, PolicyAction.Friendly, QTable.One, QTable.One, 0);
            table.Update(0, (PolicyAction)2, QTable.One, QTable.One, 0);
            table.Update(0, (PolicyAction)(-1), QTable.One, QTable.One, 0);

            Assert.AreEqual(CrcOf(new QTable()), CrcOf(table));
            Assert.AreEqual(0, table.Value(0, (PolicyAction)2));
            Assert.AreEqual(0, table.Value(96, PolicyAction.Friendly));
        }

        [TestMethod]
        public void ExportedTableIsImportedAsItWas()
        {
            QTable table = Filled();
            Assert.AreEqual(QTable.ExportLength, table.Export(s_record));

            QTable copy = new QTable();
            Assert.AreEqual(0, (int)copy.Import(s_record, QTable.ExportLength));
            for (int slot = 0; slot < QTable.Slots; slot++)
            {
                Assert.AreEqual(table.Value(slot, PolicyAction.Friendly), copy.Value(slot, PolicyAction.Friendly));
                Assert.AreEqual(table.Value(slot, PolicyAction.Sync), copy.Value(slot, PolicyAction.Sync));
            }
        }

        [TestMethod]
        public void AnyChangedByteIsRefusedAndChangesNothing()
        {
            QTable table = Filled();
            uint before = CrcOf(table);
            for (int i = 0; i < QTable.ExportLength; i += 25)
            {
                table.Export(s_record);
                s_record[i] ^= 0x40;
                Assert.AreNotEqual(0, (int)table.Import(s_record, QTable.ExportLength));
            }

            Assert.AreEqual(before, CrcOf(table));
        }

        [TestMethod]
        [TestCategory("P-20")]
        public void RefusalsHaveTheirReasons()
        {
            QTable table = new QTable();
            table.Export(s_record);
            Refuse(table, s_record, QTable.ExportLength - 1, RefusalReason.Truncated);
            Refuse(table, s_record, QTable.ExportLength + 1, RefusalReason.TooLong);
            Refuse(table, s_record, -1, RefusalReason.Truncated);
            Refuse(table, new byte[10], QTable.ExportLength, RefusalReason.Truncated);
            Refuse(table, new byte[QTable.ExportLength], QTable.ExportLength, RefusalReason.Malformed);

            s_record[10] ^= 1;
            Refuse(table, s_record, QTable.ExportLength, RefusalReason.BadChecksum);
            s_record[2] = 2;
            Refuse(table, s_record, QTable.ExportLength, RefusalReason.UnknownVersion);
            Assert.AreEqual(0, table.Export(new byte[QTable.ExportLength - 1]));
        }

        private static void Refuse(QTable table, byte[] record, int length, RefusalReason expected)
        {
            Assert.AreEqual((int)expected, (int)table.Import(record, length));
        }

        private static QTable Filled()
        {
            QTable table = new QTable();
            for (int slot = 0; slot < QTable.Slots; slot++)
            {
                table.Update(slot, PolicyAction.Friendly, (slot * 70_001) - 3_000_000, QTable.One, 0);
                table.Update(slot, PolicyAction.Sync, 2_000_000 - (slot * 50_021), QTable.One, 0);
            }

            return table;
        }

        private static uint CrcOf(QTable table)
        {
            byte[] record = new byte[QTable.ExportLength];
            return Crc32.Of(record, 0, table.Export(record));
        }

        private static int Q(int millionths)
        {
            return (int)((long)millionths * QTable.One / 1_000_000);
        }

        private static void Near(int millionths, int valueQ16)
        {
            int difference = valueQ16 - Q(millionths);
            Assert.IsTrue(difference >= -2 && difference <= 2, "off by " + difference);
        }
    }
}
