// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Cli;

/// <summary>What is wrong is named together with what is allowed, and the exit code says whose turn it is.</summary>
[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("dance", "dance")]
    [DataRow("demo --meters 0", "--meters 0 is refused; allowed: 1 to 1000")]
    [DataRow("demo --meters many", "--meters many is refused; allowed: 1 to 1000")]
    [DataRow("demo --days 1.5", "--days 1.5 is refused; allowed: 1 to 366")]
    [DataRow("demo --seed -1", "--seed -1 is refused")]
    [DataRow("demo --speed 0", "--speed 0 is refused; allowed: a number above 0")]
    [DataRow("demo --data no-such-file.csv", "no-such-file.csv: no such file or folder")]
    [DataRow("study duopoly --slope 0", "the slope b is 0")]
    [DataRow("study duopoly --cost-a x", "--cost-a x is refused; allowed: a number from 0")]
    [DataRow("study coalition --wholesale 1", "--wholesale 1 is refused; allowed: at most --retail")]
    [DataRow("study synchronization --prosumers 1000000 --reading C0,slots-per-day=1440", "1000000 prosumers with 1440 slots a day are more than one table holds")]
    [DataRow("policy load no-such.qtable --cluster c --meter 1 --pin 2468", "no-such.qtable")]
    [DataRow("policy load README.md --cluster c --meter 1 --pin 24", "--pin 24 is refused; allowed: 4 to 12 digits")]
    [DataRow("bench synchronization --repeats 0", "--repeats 0 is refused; allowed: 1 to 100000")]
    [DataRow("aggregate --cluster x --operator-price 0/5/0.08", "--operator-price 0/5/0.08 is refused; allowed: BASE/KWH/FEED-IN")]
    [DataRow("aggregate --cluster x --operator-price 0.1/5/0.08/often", "is refused; allowed: BASE/KWH/FEED-IN")]
    [DataRow("aggregate --cluster x --operator-price 0.1/5/0.08/pure/5", "is refused; allowed: BASE/KWH/FEED-IN")]
    [DataRow("aggregate --cluster x --operator-price 0.1/5/0.08 --tariff 0.3/0.1", "allowed: one of them")]
    [DataRow("bench clearing --repeats 0", "--repeats 0 is refused; allowed: 1 to 100000")]
    [DataRow("simulate", "name a scenario: a file, or one of ")]
    [DataRow("simulate no-such-file.yaml", "'no-such-file.yaml' is neither a file nor a shipped scenario; shipped are ")]
    [DataRow("simulate two-level --days 0", "--days 0 is refused; allowed: 1 to 3660")]
    [DataRow("simulate two-level --data no-such-file.csv", "no-such-file.csv: no such file or folder")]
    [DataRow("simulate two-level --fault lose=101", "--fault lose=101 is refused; allowed: lose=P, double=P and reorder=P")]
    [DataRow("simulate two-level --fault lose=60,double=60", "--fault lose=60,double=60 is refused")]
    [DataRow("simulate two-level --fault lost=1", "--fault lost=1 is refused")]
    [DataRow("simulate two-level --fault lose=1,lose=2", "--fault lose=1,lose=2 is refused")]
    [DataRow("simulate two-level --fault 101/power-cut@12:00", "--fault '101/power-cut@12:00': there is no home 101; homes are numbered 1 to 100")]
    [DataRow("simulate two-level --fault town-4/1/power-cut@12:00", "there is no cluster 'town-4'; there are suburb-1, ")]
    [DataRow("simulate two-level --fault 1/power-kut@12:00", "there is no fault 'power-kut'; there are wifi-lost, ")]
    [DataRow("simulate --print nothing", "'nothing' is no shipped scenario; allowed: ")]
    [DataRow("run --broker host:0", "--broker host:0 is refused; allowed: HOST or HOST:PORT")]
    [DataRow("run --config no-such-file.conf", "no-such-file.conf")]
    public void BadInputEndsWithTwo(string arguments, string message)
    {
        (int exitCode, string output, string error) = ProsumeterProcess.Run(arguments.Split(' '));

        Assert.AreEqual(2, exitCode, error);
        Assert.Contains(message, error);
        Assert.IsEmpty(output);
        Assert.DoesNotContain("Exception", error);
    }

    [TestMethod]
    [DataRow("study duopoly", "112")]
    [DataRow("study intersection", "probability 0.4286")]
    [DataRow("study coalition --days 1", "the core")]
    public void GamesAreWorkedOut(string arguments, string result)
    {
        (int exitCode, string output, string error) = ProsumeterProcess.Run(arguments.Split(' '));

        Assert.AreEqual(0, exitCode, error);
        Assert.Contains(result, output);
    }

    [TestMethod]
    public void BrokerThatIsNotThereEndsWithThreeAndTheRemedy()
    {
        // Port 1 is reserved (tcpmux); nobody listens there.
        (int exitCode, _, string error) = ProsumeterProcess.Run("run", "--broker", "127.0.0.1:1");

        Assert.AreEqual(3, exitCode, error);
        Assert.Contains("127.0.0.1:1", error);
        Assert.Contains("leave --broker out", error.Replace("\n", " "));
    }

    [TestMethod]
    [DataRow("aggregate", "prosumeter aggregate --help")]
    [DataRow("policy load", "prosumeter policy load --help")]
    [DataRow("--no-such-option", "prosumeter --help")]
    public void RefusalNamesTheHelpOfTheCommand(string arguments, string help)
    {
        (int exitCode, _, string error) = ProsumeterProcess.Run(arguments.Split(' '));

        Assert.AreEqual(2, exitCode, error);
        Assert.Contains($"Try: {help}", error);
    }

    [TestMethod]
    [DataRow("", "demo")]
    [DataRow("--help", "run")]
    [DataRow("demo --help", "prosumeter demo --data homes/ prices.csv")]
    [DataRow("bench --help", "prosumeter bench clearing")]
    [DataRow("bench simulate --help", "prosumeter bench simulate --most 10000")]
    [DataRow("aggregate --help", "prosumeter aggregate --cluster north")]
    [DataRow("policy load --help", "--pin")]
    [DataRow("simulate --help", "prosumeter simulate two-level")]
    [DataRow("run --help", "prosumeter run --broker localhost:1883")]
    public void HelpTeaches(string arguments, string example)
    {
        (int exitCode, string output, string error) = ProsumeterProcess.Run(arguments.Split(' ', System.StringSplitOptions.RemoveEmptyEntries));

        Assert.AreEqual(0, exitCode, error);
        Assert.Contains(example, output);
        Assert.Contains("Exit codes:", output);
    }
}
