// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Wire
{
    [TestClass]
    public class SequenceWindowTests
    {
        [TestMethod]
        public void FirstSequenceMayBeAny()
        {
            SequenceWindow window = new SequenceWindow();

            Accept(window, 41, RefusalReason.Taken);
            Assert.AreEqual(41, window.Highest);
            Assert.AreEqual(0, window.MissingCount);
            Assert.AreEqual(-1, window.LowestMissing);
        }

        [TestMethod]
        public void RepeatsAreRefused()
        {
            SequenceWindow window = new SequenceWindow();

            Accept(window, 0, RefusalReason.Taken);
            Accept(window, 0, RefusalReason.Repeated);
            Accept(window, 1, RefusalReason.Taken);
            Accept(window, 0, RefusalReason.Repeated);
            Accept(window, 1, RefusalReason.Repeated);
        }

        [TestMethod]
        public void GapsAreSeenAndFilledByReplay()
        {
            SequenceWindow window = new SequenceWindow();
            Accept(window, 10, RefusalReason.Taken);
            Accept(window, 14, RefusalReason.Taken);
            Assert.AreEqual(3, window.MissingCount);
            Assert.AreEqual(11, window.LowestMissing);

            Accept(window, 12, RefusalReason.Taken);
            Accept(window, 11, RefusalReason.Taken);
            Assert.AreEqual(1, window.MissingCount);
            Assert.AreEqual(13, window.LowestMissing);

            Accept(window, 13, RefusalReason.Taken);
            Assert.AreEqual(0, window.MissingCount);
            Assert.AreEqual(-1, window.LowestMissing);
            Assert.AreEqual(0L, window.LostCount);
        }

        [TestMethod]
        public void BeforeTheFirstNothingIsMissing()
        {
            SequenceWindow window = new SequenceWindow();
            Accept(window, 10, RefusalReason.Taken);

            Accept(window, 9, RefusalReason.Repeated);
            Assert.AreEqual(0, window.MissingCount);
        }

        [TestMethod]
        public void WindowRemembersSixtyFour()
        {
            SequenceWindow window = new SequenceWindow();
            Accept(window, 0, RefusalReason.Taken);
            Accept(window, 2, RefusalReason.Taken);
            Accept(window, 64, RefusalReason.Taken);

            Assert.AreEqual(1, window.LowestMissing);
            Accept(window, 0, RefusalReason.FromPast);
            Accept(window, 2, RefusalReason.Repeated);
            Accept(window, 1, RefusalReason.Taken);
            Assert.AreEqual(61, window.MissingCount);
            Assert.AreEqual(0L, window.LostCount);
        }

        [TestMethod]
        public void WhatLeavesTheWindowUnseenIsLost()
        {
            SequenceWindow window = new SequenceWindow();
            Accept(window, 0, RefusalReason.Taken);
            Accept(window, 2, RefusalReason.Taken);
            Accept(window, 65, RefusalReason.Taken);
            Assert.AreEqual(1L, window.LostCount);
            Assert.AreEqual(62, window.MissingCount);
            Accept(window, 1, RefusalReason.FromPast);

            Accept(window, 1000, RefusalReason.Taken);
            Assert.AreEqual(63, window.MissingCount);
            Assert.AreEqual(1L + 62 + 934 - 63, window.LostCount);
        }

        [TestMethod]
        public void LargestStepIsCounted()
        {
            SequenceWindow window = new SequenceWindow();
            Accept(window, 0, RefusalReason.Taken);
            Accept(window, int.MaxValue, RefusalReason.Taken);

            Assert.AreEqual(63, window.MissingCount);
            Assert.AreEqual(int.MaxValue - 1L - 63, window.LostCount);
        }

        [TestMethod]
        public void NegativeIsOutOfRange()
        {
            Accept(new SequenceWindow(), -1, RefusalReason.OutOfRange);
        }

        [TestMethod]
        public void ResetForgets()
        {
            SequenceWindow window = new SequenceWindow();
            Accept(window, 5, RefusalReason.Taken);
            Accept(window, 9, RefusalReason.Taken);
            window.Reset();

            Assert.AreEqual(-1, window.Highest);
            Assert.AreEqual(0, window.MissingCount);
            Accept(window, 1, RefusalReason.Taken);
        }

        private static void Accept(SequenceWindow window, int sequence, RefusalReason expected)
        {
            Assert.AreEqual((int)expected, (int)window.Accept(sequence));
        }
    }
}
