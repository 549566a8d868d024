// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Shared.Wire
{
    [TestClass]
    public class TopicsTests
    {
        [TestMethod]
        [TestCategory("P-3")]
        [TestCategory("P-4")]
        public void TopicsAreAsDocumented()
        {
            Assert.AreEqual("prosumeter/v1/north-4/12/birth", Topics.ForMeter("north-4", 12, MessageType.Birth));
            Assert.AreEqual("prosumeter/v1/north-4/12/state", Topics.ForMeter("north-4", 12, MessageType.State));
            Assert.AreEqual("prosumeter/v1/north-4/12/reading", Topics.ForMeter("north-4", 12, MessageType.Reading));
            Assert.AreEqual("prosumeter/v1/north-4/market/price", Topics.ForMarket("north-4", MessageType.Price));
            Assert.AreEqual("prosumeter/v1/north-4/12/bid", Topics.ForMeter("north-4", 12, MessageType.Bid));
            Assert.AreEqual("prosumeter/v1/north-4/12/award", Topics.ForMeter("north-4", 12, MessageType.Award));
            Assert.AreEqual("prosumeter/v1/north-4/12/report", Topics.ForMeter("north-4", 12, MessageType.SlotReport));
            Assert.AreEqual("prosumeter/v1/north-4/12/settlement", Topics.ForMeter("north-4", 12, MessageType.Settlement));
            Assert.AreEqual("prosumeter/v1/north-4/2147483647/cmd", Topics.ForMeter("north-4", int.MaxValue, MessageType.Command));
            Assert.AreEqual("prosumeter/v1/north-4/12/ack", Topics.ForMeter("north-4", 12, MessageType.Acknowledgement));
        }

        [TestMethod]
        [TestCategory("P-2")]
        public void NoTopicForWhatIsNone()
        {
            Assert.IsNull(Topics.ForMeter("north", 0, MessageType.Bid));
            Assert.IsNull(Topics.ForMeter("north", -1, MessageType.Bid));
            Assert.IsNull(Topics.ForMeter("north", 1, 0));
            Assert.IsNull(Topics.ForMeter("north", 1, (MessageType)11));
            Assert.IsNull(Topics.ForMeter("", 1, MessageType.Bid));
            Assert.IsNull(Topics.ForMeter(null, 1, MessageType.Bid));
            Assert.IsNull(Topics.ForMeter("North", 1, MessageType.Bid));
            Assert.IsNull(Topics.ForMeter("a/b", 1, MessageType.Bid));
            Assert.IsNull(Topics.ForMarket("+", MessageType.Price));
            Assert.IsNull(Topics.ForMarket(new string('a', 25), MessageType.Price));
            Assert.IsNotNull(Topics.ForMarket(new string('a', 24), MessageType.Price));
        }
    }
}
