// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Tests.Firmware;

/// <summary>docs/configuration.md says what the table in the firmware says.</summary>
[TestClass]
public sealed class ConfigurationDocumentTests
{
    private const string FirstRole = "grid-";

    private static readonly string s_document = File.ReadAllText(Path.Combine(FindRoot(), "docs", "configuration.md"));

    [TestMethod]
    public void EverySettingHasItsRowWithDefaultAndRange()
    {
        var configuration = new DeviceConfiguration();
        int documented = SettingTable.IndexOf(SensorRole.Generation, 0);
        var rows = new List<string>();
        for (int i = 0; i < documented; i++)
        {
            string value = configuration.Format(i);
            string shown = value.Length > 0 ? $" `{value}` " : " ";
            rows.Add($"| `{SettingTable.NameAt(i)}` |{shown}| {SettingTable.At(i).Expected.Replace("|", "\\|", StringComparison.Ordinal)} |");
        }

        string[] found = [.. s_document.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        Assert.HasCount(rows.Count, found);
        for (int i = 0; i < rows.Count; i++)
        {
            Assert.StartsWith(rows[i], found[i]);
        }
    }

    /// <summary>The rows of one role stand for all: they differ in the default address only.</summary>
    [TestMethod]
    public void TheRolesHaveTheSameKeys()
    {
        for (int i = SettingTable.IndexOf(SensorRole.Grid, 0); i < SettingTable.IndexOf(SensorRole.Generation, 0); i++)
        {
            Assert.StartsWith(FirstRole, SettingTable.NameAt(i));
            string key = SettingTable.NameAt(i)[FirstRole.Length..];
            Assert.IsGreaterThan(i, SettingTable.Find("generation-" + key));
            Assert.IsGreaterThan(i, SettingTable.Find("storage-" + key));
        }
    }

    [TestMethod]
    public void TheExampleIsRight()
    {
        string example = s_document.Split("```")[1];
        var complaints = new ComplaintList();
        DeviceConfiguration configuration = ConfigurationParser.Parse(Encoding.UTF8.GetBytes(example), complaints);
        Assert.AreEqual(0, complaints.TotalCount);
        Assert.AreEqual(20_000, configuration.Get(SensorRole.Grid, SensorSettingId.BusDividerPermille));
    }

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Prosumeter.slnx")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("Prosumeter.slnx not found above " + AppContext.BaseDirectory);
    }
}
