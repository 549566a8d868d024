// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Cli.Live;

namespace Prosumeter.Tests.Cli;

[TestClass]
public sealed class BrokerAddressTests
{
    [TestMethod]
    [DataRow("localhost", "localhost", 1883)]
    [DataRow("broker.example:8883", "broker.example", 8883)]
    [DataRow("192.0.2.1:1", "192.0.2.1", 1)]
    [DataRow("[::1]:1884", "::1", 1884)]
    [DataRow("[::1]", "::1", 1883)]
    public void GoodOnesAreRead(string text, string host, int port)
    {
        Assert.AreEqual(new BrokerAddress(host, port), BrokerAddress.Parse(text));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(":1883")]
    [DataRow("host:")]
    [DataRow("host:0")]
    [DataRow("host:65536")]
    [DataRow("host:-1")]
    [DataRow("host:1883x")]
    [DataRow("::1")]
    [DataRow("[]:1883")]
    [DataRow("two words")]
    [DataRow("mqtt://host")]
    public void BadOnesAreRefused(string text)
    {
        Assert.IsNull(BrokerAddress.Parse(text));
    }

    [TestMethod]
    public void AnyTextIsReadOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll<string>(text => BrokerAddress.Parse(text ?? string.Empty) is null or { Host.Length: > 0, Port: > 0 and <= 65535 }));
}
