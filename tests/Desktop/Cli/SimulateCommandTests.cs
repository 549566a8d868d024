// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Cli;

[TestClass]
public sealed class SimulateCommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulate-").FullName;

    [TestCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void FilesSayWhatTheTableSays()
    {
        string scenario = Write("clusters: [ { name: street, homes: [ { name: villa, count: 3, pv-kw: 5, storage-kwh: 8 }, { name: flat, count: 4 } ] } ]");
        string output = Path.Combine(_folder, "out");
        (int exitCode, string text, string error) = ProsumeterProcess.Run("simulate", scenario, "--output", output, "--days", "2");
        string[] slots = File.ReadAllLines(Path.Combine(output, "slots.csv")), homes = File.ReadAllLines(Path.Combine(output, "homes.csv"));
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "result.json")));

        Assert.AreEqual(0, exitCode, error);
        Assert.Contains("energy and money are conserved in every slot", text);
        Assert.Contains("report.html", error);
        Assert.HasCount(1 + (2 * 96), slots);
        Assert.HasCount(1 + 7, homes);
        Assert.IsTrue(slots.Concat(homes).GroupBy(line => line.Count(character => character == ',')).Count() == 2, "each file has as many fields in a line as columns");
        Assert.AreEqual(2, result.RootElement.GetProperty("days").GetInt32());
        Assert.IsTrue(result.RootElement.GetProperty("isConserved").GetBoolean());
    }

    [TestMethod]
    public void HomesOnBoardsAreNamedEverywhere()
    {
        string scenario = Write("clusters: [ { name: street, homes: [ { name: villa, count: 3, pv-kw: 5, storage-kwh: 8 }, { name: flat, count: 4 } ] } ]");
        string output = Path.Combine(_folder, "out");
        (int exitCode, string text, string error) = ProsumeterProcess.Run(
            "simulate", scenario, "--output", output, "--fault", "2/broker-down@12:00+1h", "--fault", "lose=2", "--fault", "2,7/power-cut@18:00+1h");
        string[] homes = File.ReadAllLines(Path.Combine(output, "homes.csv"));
        int starts = Array.IndexOf(homes[0].Split(','), "boardStarts");
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "result.json")));
        JsonElement board = result.RootElement.GetProperty("clusters")[0].GetProperty("homes")[6].GetProperty("board");

        Assert.AreEqual(0, exitCode, error);
        string table = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("street/2 villa 2 2 60.0 ", table);
        Assert.Contains("street/7 flat 4 2 60.0 0.0 1 4 ", table);
        Assert.Contains("broker-down, power-cut", table);
        CollectionAssert.AreEqual(new[] { "", "2", "", "", "", "", "2" }, homes.Skip(1).Select(line => line.Split(',')[starts]).ToArray());
        Assert.AreEqual((3600, 4), (board.GetProperty("offSeconds").GetInt32(), board.GetProperty("reportsMissing").GetInt32()));
        Assert.Contains("Homes on virtual boards", File.ReadAllText(Path.Combine(output, "report.html")));
    }

    [TestMethod]
    public void EverythingThatIsWrongWithAFileIsNamed()
    {
        string scenario = Write("days: 0\nclusters:\n  - homes:\n      - { strategy: greedy }\n");
        (int exitCode, string text, string error) = ProsumeterProcess.Run("simulate", scenario);

        Assert.AreEqual(2, exitCode);
        Assert.IsEmpty(text);
        Assert.Contains($"prosumeter: {scenario}, line 1, days: '0' is refused", error);
        Assert.Contains($"prosumeter: {scenario}, line 4, clusters[0].homes[0].strategy: 'greedy' is refused; allowed: predatory, timid, withholding", error);
    }

    [TestMethod]
    public void ShippedScenarioIsListedAndPrinted()
    {
        string list = ProsumeterProcess.Run("simulate", "--list").Output, printed = ProsumeterProcess.Run("simulate", "--print", "two-level").Output;

        Assert.Contains("two-level", list);
        Assert.AreEqual(0, ProsumeterProcess.Run("simulate", Write(printed), "--no-comparison").ExitCode);
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "mine.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
