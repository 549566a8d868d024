// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.Globalization;
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

    private static void ReadUntil(ProsumeterProcess process, string type)
    {
        string line = process.Output.ReadLine() ?? throw new InvalidOperationException("It ended by itself.");
        while (!line.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal))
        {
            line = process.Output.ReadLine() ?? throw new InvalidOperationException("It ended by itself.");
        }
    }

    /// <summary>What a terminal sends on Ctrl-C.</summary>
    private static void Interrupt(int processId)
    {
        using Process kill = Process.Start("kill", ["-INT", processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
