// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;
using Prosumeter.Tests.Bus;

namespace Prosumeter.Tests.Cli.Live;

/// <summary>Aggregator and fleet as a person meets them.</summary>
[TestClass]
public sealed class AggregateCommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prosumeter-aggregate-").FullName;

    private string LedgerFile => Path.Combine(_folder, "maple.ledger");

    [TestCleanup]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("--cluster Maple", "1 to 24 characters")]
    [DataRow("--cluster maple --rule best", "pay-as-ask")]
    [DataRow("--cluster maple --tariff 0.30", "RETAIL/FEED-IN")]
    [DataRow("--cluster maple --slot 70", "a divisor of 3600")]
    [DataRow("--cluster maple --slot 60 --gate 60", "GateSeconds")]
    [DataRow("--cluster maple --gate 3", "to trade with other clusters")]
    [DataRow("--cluster maple --meters /nowhere/list.csv", "/nowhere/list.csv")]
    [DataRow("--cluster maple --speed 1001", "--speed")]
    public void BadInputIsNamedWithTheRemedy(string arguments, string named)
    {
        (int code, _, string error) = ProsumeterProcess.Run(["aggregate", "--ledger", LedgerFile, .. arguments.Split(' ')]);
        Assert.AreEqual(2, code, error);
        Assert.Contains(named, error);
        Assert.IsFalse(File.Exists(LedgerFile), "nothing was begun");
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [Timeout(120_000, CooperativeCancellation = true)]
    public void ABrokerThatIsNotThereIsSaidAndWaitedFor()
    {
        int port;
        using (MosquittoFixture probe = MosquittoFixture.StartOrSkip())
        {
            port = probe.Port;
        }

        using ProsumeterProcess market = StartMarket(port);
        Assert.Contains($"cannot reach 127.0.0.1:{port}", market.Output.ReadLine() ?? string.Empty);
        using MosquittoFixture mosquitto = MosquittoFixture.StartOrSkip(port);
        Assert.Contains($"connected to 127.0.0.1:{port}", market.Output.ReadLine() ?? string.Empty);
        using ProsumeterProcess second = StartMarket(port);
        Assert.AreEqual(3, second.WaitForExit(out string error));
        Assert.Contains("served by another process", error);
        market.Terminate();
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [Timeout(120_000, CooperativeCancellation = true)]
    public void ABrokerThatIsKilledInMidSlotCostsNoReport()
    {
        using MosquittoFixture mosquitto = MosquittoFixture.StartOrSkip();
        int port = mosquitto.Port;
        using ProsumeterProcess market = StartMarket(port);
        using ProsumeterProcess fleet = ProsumeterProcess.Start("fleet", "--cluster", "maple", "--meters", "4", "--broker", $"127.0.0.1:{port}", "--slot", "60", "--speed", "30");
        market.ReadUntil(" settled ", 2);
        mosquitto.Kill();
        market.ReadUntil(" lost ", 1);
        using MosquittoFixture again = MosquittoFixture.StartOrSkip(port);
        market.ReadUntil(" connected ", 1);
        market.ReadUntil(" settled ", 4);
        fleet.Terminate();
        market.Terminate();

        using Ledger ledger = Ledger.OpenForReading(LedgerFile);
        Assert.IsEmpty(LedgerVerifier.Verify(ledger));
        LedgerReports.CheckUnbroken(ledger, "maple", meters: 4);
    }

    private ProsumeterProcess StartMarket(int port) => ProsumeterProcess.Start(
        "aggregate", "--cluster", "maple", "--broker", $"127.0.0.1:{port}", "--ledger", LedgerFile, "--slot", "60", "--speed", "30");
}
