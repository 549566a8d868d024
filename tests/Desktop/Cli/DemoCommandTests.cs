// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Tests.Projects;

namespace Prosumeter.Tests.Cli;

[TestClass]
public sealed class DemoCommandTests
{
    private const int Columns = 100;

    [TestMethod]
    public void EndsInATableAndChecksThatHold()
    {
        (int exitCode, string output, string error) = ProsumeterProcess.Run("demo", "--meters", "3");

        string[] lines = output.TrimEnd().Split('\n');
        Assert.AreEqual(0, exitCode, error);
        Assert.IsTrue(lines.All(line => line.Length <= Columns), lines.MaxBy(line => line.Length));
        Assert.HasCount(5, lines.Where(line => line.StartsWith("✓ holds", StringComparison.Ordinal)));
        Assert.HasCount(3, lines.Where(line => line.Contains("terrace") || line.Contains("cottage") || line.Contains("flat")));
        Assert.HasCount(1, lines.Where(line => line.TrimStart().StartsWith("operator", StringComparison.Ordinal)));
        Assert.DoesNotContain("\u001b", output, "no colours into a pipe");
    }

    [TestMethod]
    public void TheReadmeShowsThisVeryDay()
    {
        string[] readme = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "README.md"));
        string[] shown = readme.SkipWhile(line => !line.StartsWith(" kW █", StringComparison.Ordinal)).TakeWhile(line => line != "```").ToArray();

        string[] output = ProsumeterProcess.Run("demo").Output.Split('\n').Select(line => line.TrimEnd()).ToArray();

        Assert.IsGreaterThan(30, shown.Length);
        foreach (string line in shown)
        {
            CollectionAssert.Contains(output, line.TrimEnd(), "README.md shows another day than ./prosumeter demo; copy the new one.");
        }
    }

    [TestMethod]
    public void JsonSaysTheSame()
    {
        (int exitCode, string output, string error) = ProsumeterProcess.Run("demo", "--meters", "2", "--json", "--seed", "4");

        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement root = json.RootElement;
        Assert.AreEqual(0, exitCode, error);
        Assert.AreEqual(4, root.GetProperty("seed").GetInt32());
        Assert.AreEqual(2, root.GetProperty("meters").GetArrayLength());
        Assert.AreEqual(96, root.GetProperty("slots").GetArrayLength());
        Assert.IsTrue(root.GetProperty("isBalanced").GetBoolean());
        long sum = root.GetProperty("operator").GetProperty("balanceMicros").GetInt64()
            + root.GetProperty("meters").EnumerateArray().Sum(meter => meter.GetProperty("tally").GetProperty("amountMicros").GetInt64());
        Assert.AreEqual(0, sum);
    }

    [TestMethod]
    public void MeasuredHomesAreTaken()
    {
        string path = Path.Combine(RepositoryFolder.Path, "host-simulator/Scenarios/Data/sample-day.csv");

        (int exitCode, string output, string error) = ProsumeterProcess.Run("demo", "--data", path, "--meters", "2");

        Assert.AreEqual(0, exitCode, error);
        Assert.Contains("sample-ter", output);
    }

    [TestMethod]
    public void ABadRowIsNamed()
    {
        string path = Path.Combine(Path.GetTempPath(), "prosumeter-bad-" + Guid.NewGuid().ToString("N") + ".csv");
        File.WriteAllText(path, "utc_time,load_w\n2025-06-21T00:00Z,1\n2025-06-21T00:15Z,-7\n");
        try
        {
            (int exitCode, _, string error) = ProsumeterProcess.Run("demo", "--data", path);

            Assert.AreEqual(2, exitCode);
            Assert.Contains($"{path}, line 3, column load_w: '-7' is refused; allowed: a number from 0", error);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
