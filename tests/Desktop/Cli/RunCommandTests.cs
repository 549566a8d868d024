// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Cli;

[TestClass]
public sealed class RunCommandTests
{
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [Timeout(120_000, CooperativeCancellation = true)]
    public void CtrlCEndsItWithAFarewell()
    {
        using ProsumeterProcess process = ProsumeterProcess.Start("run", "--json", "--speed", "20");
        ReadUntil(process, "birth");
        Interrupt(process.Id);
        string rest = process.Output.ReadToEnd();

        Assert.AreEqual(0, process.WaitForExit(out string error), error);
        Assert.Contains("picocom -b 115200 /dev/pts/", error);
        Assert.DoesNotContain("Exception", error);
        using JsonDocument last = JsonDocument.Parse(rest.TrimEnd().Split('\n')[^1]);
        JsonElement message = last.RootElement.GetProperty("message");
        Assert.AreEqual("state", message.GetProperty("type").GetString());
        Assert.IsFalse(message.GetProperty("isOnline").GetBoolean());
    }

    /// <summary>The flash file holds the settings too, also when the process was killed; --config puts others in their place.</summary>
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [Timeout(120_000, CooperativeCancellation = true)]
    public void SettingsInFlashStay()
    {
        string folder = Directory.CreateTempSubdirectory("prosumeter").FullName;
        string flash = Path.Combine(folder, "meter.flash");
        string configuration = Path.Combine(folder, "meter.conf");
        try
        {
            File.WriteAllText(configuration, "meter = 4711\ncluster = kept\nbroker-host = inside\n");
            Assert.AreEqual(4711, MeterOfBirth("--flash", flash, "--config", configuration));
            Assert.AreEqual(4711, MeterOfBirth("--flash", flash));
            File.WriteAllText(configuration, "meter = 12\nbroker-host = inside\n");
            Assert.AreEqual(12, MeterOfBirth("--flash", flash, "--config", configuration));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The end of the process is not a graceful one.
    private static int MeterOfBirth(params string[] arguments)
    {
        using ProsumeterProcess process = ProsumeterProcess.Start(["run", "--json", .. arguments]);
        using JsonDocument birth = JsonDocument.Parse(ReadUntil(process, "birth"));
        return birth.RootElement.GetProperty("message").GetProperty("meter").GetInt32();
    }

    private static string ReadUntil(ProsumeterProcess process, string type)
    {
        string line = process.Output.ReadLine() ?? throw new InvalidOperationException("It ended by itself.");
        while (!line.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal))
        {
            line = process.Output.ReadLine() ?? throw new InvalidOperationException("It ended by itself.");
        }

        return line;
    }

    /// <summary>What a terminal sends on Ctrl-C.</summary>
    private static void Interrupt(int processId)
    {
        using Process kill = Process.Start("kill", ["-INT", processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
