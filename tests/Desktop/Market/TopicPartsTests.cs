// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market;

/// <summary>Topics are read back as they were made, and others are left alone (docs/PROTOCOL.md, P-2, P-3 and P-7).</summary>
[TestClass]
public sealed class TopicPartsTests
{
    [TestMethod]
    [TestCategory("P-2")]
    [TestCategory("P-3")]
    [TestCategory("P-7")]
    [DataRow(MessageType.Birth)]
    [DataRow(MessageType.Bid)]
    [DataRow(MessageType.Acknowledgement)]
    public void EveryTopicParsesBack(MessageType type)
    {
        TopicParts parts = new();

        Assert.IsTrue(parts.TryParse(Topics.ForMeter("c-1", int.MaxValue, type)));
        Assert.AreEqual(("c-1", int.MaxValue, type, false), Fields(parts));
        Assert.IsTrue(parts.TryParse(Topics.ForMarket("c-1", type) + Topics.JsonSuffix));
        Assert.AreEqual(("c-1", 0, type, true), Fields(parts));
    }

    [TestMethod]
    [TestCategory("P-2")]
    [TestCategory("P-3")]
    [DataRow("")]
    [DataRow("/")]
    [DataRow("prosumeter")]
    [DataRow("prosumeter/v1/c/12")]
    [DataRow("prosumeter/v2/c/12/bid")]
    [DataRow("other/v1/c/12/bid")]
    [DataRow("/prosumeter/v1/c/12/bid")]
    [DataRow("prosumeter/v1//12/bid")]
    [DataRow("prosumeter/v1/C/12/bid")]
    [DataRow("prosumeter/v1/c//bid")]
    [DataRow("prosumeter/v1/c/012/bid")]
    [DataRow("prosumeter/v1/c/0/bid")]
    [DataRow("prosumeter/v1/c/-1/bid")]
    [DataRow("prosumeter/v1/c/2147483648/bid")]
    [DataRow("prosumeter/v1/c/99999999999/bid")]
    [DataRow("prosumeter/v1/c/x/bid")]
    [DataRow("prosumeter/v1/c/12/")]
    [DataRow("prosumeter/v1/c/12/bids")]
    [DataRow("prosumeter/v1/c/12/bid/")]
    [DataRow("prosumeter/v1/c/12/bid/xml")]
    [DataRow("prosumeter/v1/c/12/bid/json/x")]
    public void OtherTopicsAreNotOursAndChangeNothing(string topic)
    {
        TopicParts parts = Kept();

        Assert.IsFalse(parts.TryParse(topic));
        Assert.AreEqual(("kept", 9, MessageType.Award, true), Fields(parts));
    }

    [TestMethod]
    [TestCategory("P-2")]
    public void NamesOfClustersHaveSmallLettersDigitsAndHyphens()
    {
        for (char letter = '\0'; letter < '\u0200'; letter++)
        {
            bool isOurs = letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
            Assert.AreEqual(isOurs, new TopicParts().TryParse($"prosumeter/v1/{letter}/1/bid"), $"{(int)letter:X}");
        }

        Assert.IsTrue(new TopicParts().TryParse($"prosumeter/v1/{new string('a', 24)}/1/bid"));
        Assert.IsFalse(new TopicParts().TryParse($"prosumeter/v1/{new string('a', 25)}/1/bid"));
    }

    private static TopicParts Kept()
    {
        TopicParts parts = new();
        Assert.IsTrue(parts.TryParse(Topics.ForMeter("kept", 9, MessageType.Award) + Topics.JsonSuffix));
        return parts;
    }

    private static (string Cluster, int Meter, MessageType Type, bool IsJson) Fields(TopicParts parts) => (parts.Cluster, parts.Meter, parts.Type, parts.IsJson);
}
