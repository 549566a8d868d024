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
    public class EnergyRegisterTests
    {
        [TestMethod]
        public void OneKilowattForOneHourIsOneKilowattHour()
        {
            EnergyRegister register = new EnergyRegister();

            Assert.IsTrue(register.Add(1_000_000, 3_600_000));
            Assert.AreEqual(1_000_000L, register.MilliwattHours);
            Assert.AreEqual(0, register.RemainderMilliwattMilliseconds);
        }

        [TestMethod]
        public void LessThanOneMilliwattHourIsCarried()
        {
            EnergyRegister register = new EnergyRegister();
            for (int i = 0; i < 3600; i++)
            {
                Assert.IsTrue(register.Add(1, 1000));
            }

            Assert.AreEqual(1L, register.MilliwattHours);
            Assert.AreEqual(0, register.RemainderMilliwattMilliseconds);
        }

        [TestMethod]
        public void NoEnergyIsLostWhateverTheSteps()
        {
            EnergyRegister register = new EnergyRegister();
            long milliwattMilliseconds = 0;
            for (int i = 1; i <= 500; i++)
            {
                int power = i * 7919 % 100_003;
                int duration = 1 + (i * 613 % 60_000);
                Assert.IsTrue(register.Add(power, duration));
                milliwattMilliseconds += (long)power * duration;
            }

            Assert.AreEqual(milliwattMilliseconds, (register.MilliwattHours * 3_600_000) + register.RemainderMilliwattMilliseconds);
        }

        [TestMethod]
        public void NegativesChangeNothing()
        {
            EnergyRegister register = new EnergyRegister();
            register.Add(5_000, 1_000);

            Assert.IsFalse(register.Add(-1, 1_000));
            Assert.IsFalse(register.Add(1, -1));
            Assert.IsFalse(register.Add(int.MinValue, int.MinValue));
            Assert.AreEqual(1L, register.MilliwattHours);
            Assert.AreEqual(1_400_000, register.RemainderMilliwattMilliseconds);
        }

        [TestMethod]
        public void LargestStepIsExact()
        {
            EnergyRegister register = new EnergyRegister();

            Assert.IsTrue(register.Add(int.MaxValue, int.MaxValue));
            Assert.AreEqual(1_281_023_892_814L, register.MilliwattHours);
            Assert.AreEqual(2_020_609, register.RemainderMilliwattMilliseconds);
        }

        [TestMethod]
        [TestCategory("P-34")]
        public void FullRegisterStaysAsItIs()
        {
            EnergyRegister register = new EnergyRegister();
            Assert.IsTrue(register.Restore(EnergyRegister.HighestMilliwattHours, 3_599_999));

            Assert.IsFalse(register.Add(1, 1));
            Assert.AreEqual(EnergyRegister.HighestMilliwattHours, register.MilliwattHours);
            Assert.AreEqual(3_599_999, register.RemainderMilliwattMilliseconds);
        }

        [TestMethod]
        public void RestoreNeverLetsItFall()
        {
            EnergyRegister register = new EnergyRegister();
            Assert.IsTrue(register.Restore(100, 50));

            Assert.IsFalse(register.Restore(99, 3_000_000));
            Assert.IsFalse(register.Restore(100, 49));
            Assert.IsTrue(register.Restore(100, 50));
            Assert.IsTrue(register.Restore(101, 0));
            Assert.AreEqual(101L, register.MilliwattHours);
        }

        [TestMethod]
        [TestCategory("P-34")]
        public void RestoreRefusesWhatIsNoRegister()
        {
            EnergyRegister register = new EnergyRegister();

            Assert.IsFalse(register.Restore(-1, 0));
            Assert.IsFalse(register.Restore(0, -1));
            Assert.IsFalse(register.Restore(0, 3_600_000));
            Assert.IsFalse(register.Restore(EnergyRegister.HighestMilliwattHours + 1, 0));
            Assert.AreEqual(0L, register.MilliwattHours);
        }
    }
}
