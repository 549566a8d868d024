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
            Assert.AreEqual("prosumeter/v1/north-4/+/bid", Topics.ForAllMeters("north-4", MessageType.Bid));
        }

        [TestMethod]
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

        [TestMethod]
        public void EveryTopicParsesBack()
        {
            TopicParts parts = new TopicParts();
            for (int type = 1; type <= SampleMessages.Types; type++)
            {
                Assert.IsTrue(Topics.TryParse(Topics.ForMeter("c-1", 42, (MessageType)type), parts));
                Parts(parts, "c-1", 42, type, false);
                Assert.IsTrue(Topics.TryParse(Topics.ForMarket("c-1", (MessageType)type) + Topics.JsonSuffix, parts));
                Parts(parts, "c-1", 0, type, true);
            }
        }

        [TestMethod]
        public void OtherTopicsAreNotOursAndChangeNothing()
        {
            string[] others =
            {
                "", "/", "prosumeter", "prosumeter/v1/c/12", "prosumeter/v2/c/12/bid", "other/v1/c/12/bid", "/prosumeter/v1/c/12/bid",
                "prosumeter/v1//12/bid", "prosumeter/v1/C/12/bid", "prosumeter/v1/c//bid", "prosumeter/v1/c/012/bid", "prosumeter/v1/c/0/bid",
                "prosumeter/v1/c/-1/bid", "prosumeter/v1/c/2147483648/bid", "prosumeter/v1/c/99999999999/bid", "prosumeter/v1/c/x/bid",
                "prosumeter/v1/c/12/", "prosumeter/v1/c/12/bids", "prosumeter/v1/c/12/bid/", "prosumeter/v1/c/12/bid/xml", "prosumeter/v1/c/12/bid/json/x",
            };
            TopicParts parts = new TopicParts { Cluster = "kept", Meter = 9, Type = MessageType.Award, IsJson = true };
            for (int i = 0; i < others.Length; i++)
            {
                Assert.IsFalse(Topics.TryParse(others[i], parts), others[i]);
                Parts(parts, "kept", 9, (int)MessageType.Award, true);
            }
        }

        private static void Parts(TopicParts parts, string cluster, int meter, int type, bool isJson)
        {
            Assert.AreEqual(cluster, parts.Cluster);
            Assert.AreEqual(meter, parts.Meter);
            Assert.AreEqual(type, (int)parts.Type);
            Assert.AreEqual(isJson, parts.IsJson);
        }
    }
}
