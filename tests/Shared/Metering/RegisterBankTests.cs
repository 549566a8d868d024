// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Metering;

namespace Prosumeter.Tests.Shared.Metering
{
    [TestClass]
    public class RegisterBankTests
    {
        private const int Hour = 3_600_000;

        private static readonly byte[] s_record = new byte[RegisterBank.RecordLength + 2];

        [TestMethod]
        public void DirectionsGoToTheirRegisters()
        {
            RegisterBank bank = new RegisterBank();
            Assert.IsTrue(bank.Integrate(100, 20, 3, Hour));
            Assert.IsTrue(bank.Integrate(-40, 5, -6, Hour));

            Registers(bank, 100, 40, 25, 3, 6);
        }

        [TestMethod]
        public void DemandIsTheEnergyBalance()
        {
            RegisterBank bank = new RegisterBank();
            bank.Integrate(-1_000, 3_000, 500, Hour);
            Assert.AreEqual(1_500L, bank.DemandMilliwattHours);

            bank.Integrate(200, 0, -300, Hour);
            Assert.AreEqual(2_000L, bank.DemandMilliwattHours);
        }

        [TestMethod]
        public void NegativeGenerationCountsAsNone()
        {
            RegisterBank bank = new RegisterBank();

            Assert.IsTrue(bank.Integrate(100, -5, 0, Hour));
            Registers(bank, 100, 0, 0, 0, 0);
            Assert.IsTrue(bank.Integrate(100, int.MinValue, 0, Hour));
            Registers(bank, 200, 0, 0, 0, 0);
        }

        [TestMethod]
        public void ImpossibleInputChangesNothing()
        {
            RegisterBank bank = new RegisterBank();

            Assert.IsFalse(bank.Integrate(100, 100, 100, -1));
            Assert.IsFalse(bank.Integrate(int.MinValue, 100, 100, Hour));
            Assert.IsFalse(bank.Integrate(100, 100, int.MinValue, Hour));
            Registers(bank, 0, 0, 0, 0, 0);
        }

        [TestMethod]
        public void FullRegisterDoesNotStopTheOthers()
        {
            RegisterBank bank = new RegisterBank();
            bank.Import.Restore(EnergyRegister.HighestMilliwattHours, 0);

            Assert.IsFalse(bank.Integrate(1, 2, 3, Hour));
            Registers(bank, EnergyRegister.HighestMilliwattHours, 0, 2, 3, 0);
        }

        [TestMethod]
        public void RecordKeepsValuesAndRemainders()
        {
            RegisterBank bank = new RegisterBank();
            bank.Integrate(1_234_567, 7_654_321, 111, 59_999);
            bank.Integrate(-1_234_567, 0, -111_000, 59_999);
            Assert.IsTrue(bank.Save(s_record, 2));

            RegisterBank copy = new RegisterBank();
            Assert.IsTrue(copy.Restore(s_record, 2));
            Registers(copy, 20_575, 20_575, 127_569, 1, 1_849);
            Assert.AreEqual(bank.Import.RemainderMilliwattMilliseconds, copy.Import.RemainderMilliwattMilliseconds);
            Assert.AreEqual(bank.Charge.RemainderMilliwattMilliseconds, copy.Charge.RemainderMilliwattMilliseconds);
            Assert.IsTrue(copy.Restore(s_record, 2));
        }

        [TestMethod]
        public void RecordThatWouldLetAnyRegisterFallIsRefusedWhole()
        {
            RegisterBank older = new RegisterBank();
            older.Integrate(500, 500, 500, Hour);
            Assert.IsTrue(older.Save(s_record, 0));

            RegisterBank bank = new RegisterBank();
            bank.Integrate(0, 0, -1, Hour);
            Assert.IsFalse(bank.Restore(s_record, 0));
            Registers(bank, 0, 0, 0, 0, 1);
        }

        [TestMethod]
        public void RecordMustFitTheBuffer()
        {
            RegisterBank bank = new RegisterBank();
            byte[] small = new byte[RegisterBank.RecordLength - 1];

            Assert.IsFalse(bank.Save(small, 0));
            Assert.IsFalse(bank.Restore(small, 0));
            Assert.IsFalse(bank.Save(s_record, 3));
            Assert.IsFalse(bank.Restore(s_record, 3));
            Assert.IsFalse(bank.Save(s_record, -1));
            Assert.IsFalse(bank.Restore(s_record, int.MaxValue));
        }

        [TestMethod]
        public void ObisCodesHaveNames()
        {
            Assert.AreEqual("import", ObisCode.NameOf("1.8.0"));
            Assert.AreEqual("export", ObisCode.NameOf("2.8.0"));
            Assert.AreEqual("generation", ObisCode.NameOf(ObisCode.Generation));
            Assert.AreEqual("charge", ObisCode.NameOf(ObisCode.Charge));
            Assert.AreEqual("discharge", ObisCode.NameOf(ObisCode.Discharge));
            Assert.AreEqual("", ObisCode.NameOf("9.9.9"));
        }

        [TestMethod]
        public void EveryFaultHasItsOwnName()
        {
            for (int bit = 0; bit < FaultFlags.Count; bit++)
            {
                Assert.AreNotEqual("", FaultFlags.NameOfBit(bit));
                for (int other = 0; other < bit; other++)
                {
                    Assert.AreNotEqual(FaultFlags.NameOfBit(other), FaultFlags.NameOfBit(bit));
                }
            }

            Assert.AreEqual("grid-sensor", FaultFlags.NameOfBit(0));
            Assert.AreEqual("fram", FaultFlags.NameOfBit(FaultFlags.Count - 1));
            Assert.AreEqual("", FaultFlags.NameOfBit(-1));
            Assert.AreEqual("", FaultFlags.NameOfBit(FaultFlags.Count));
        }

        private static void Registers(RegisterBank bank, long import, long export, long generation, long charge, long discharge)
        {
            Assert.AreEqual(import, bank.Import.MilliwattHours);
            Assert.AreEqual(export, bank.Export.MilliwattHours);
            Assert.AreEqual(generation, bank.Generation.MilliwattHours);
            Assert.AreEqual(charge, bank.Charge.MilliwattHours);
            Assert.AreEqual(discharge, bank.Discharge.MilliwattHours);
        }
    }
}
