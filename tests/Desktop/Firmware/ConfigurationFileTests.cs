// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Tests.Firmware;

/// <summary>A configuration written by the meter itself.</summary>
[TestClass]
public sealed class ConfigurationFileTests
{
    private const string Old = "meter = 1\ncluster = old\n";
    private const string New = "meter = 2\ncluster = new-and-longer\nbroker-host = 192.0.2.10\n";

    /// <summary>Whatever the settings are: what is written is read back the same and without a complaint.</summary>
    [TestMethod]
    public void WhatIsWrittenIsReadBack()
    {
        Gen<string> value = Gen.OneOf(
            ArbMap.Default.GeneratorFor<int>().Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Elements("on", "ina219", "ads1115", "0x48", "none", "a b#c=d", "21", "900", "3600", "timid"));
        Gen<string> line = Gen.Choose(0, SettingTable.Count - 1).SelectMany(i => value.Select(v => SettingTable.NameAt(i) + " = " + v));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(Arb.From(line.ListOf()), lines => IsReadBack(ConfigurationParser.Parse(Encoding.Latin1.GetBytes(string.Join('\n', lines)), new ComplaintList()))));
    }

    /// <summary>All settings at their longest fit.</summary>
    [TestMethod]
    public void TheLongestConfigurationFits()
    {
        var configuration = new DeviceConfiguration();
        for (int i = 0; i < SettingTable.Count; i++)
        {
            Setting setting = SettingTable.At(i);
            configuration.Set(i, setting.Kind == SettingKind.Text ? new string('x', setting.Highest) : setting.Kind == SettingKind.Choice ? setting.Choices.Split('|')[^1] : setting.Highest.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.IsLessThan(4096, ConfigurationText.Of(configuration).Length);
    }

    /// <summary>Power goes at every byte of a write, in each kind of cut: the file is then the old one or the new one, whole.</summary>
    [TestMethod]
    [DataRow(PowerCutKind.Clean, Old)]
    [DataRow(PowerCutKind.Torn, Old)]
    [DataRow(PowerCutKind.Reordered, Old)]
    [DataRow(PowerCutKind.Reordered, "")]
    public void APowerCutAtAnyByteLeavesTheOldFileOrTheNew(PowerCutKind kind, string old)
    {
        int olds = 0;
        int news = 0;
        for (int at = 1; at < New.Length + 20; at++)
        {
            using var board = new VirtualBoard(new VirtualBoardOptions { Time = new LogicalTime(MeterBench.StartUtcSeconds) });
            using BoardScope scope = board.Enter();
            Assert.IsTrue(old.Length == 0 || ConfigurationFile.Write(Encoding.ASCII.GetBytes(old)));
            board.Flash.PowerCut = new PowerCut(board.Flash.ChangedBytes + at, kind, (uint)at);
            board.Run(() => ConfigurationFile.Write(Encoding.ASCII.GetBytes(New)));
            board.Flash.PowerCut = null;
            board.PowerOff();
            board.PowerOn();
            string read = Encoding.ASCII.GetString(ConfigurationFile.Read(new ComplaintList()));
            Assert.IsTrue(read == old || read == New, $"cut at byte {at}: {read}");
            olds += read == old ? 1 : 0;
            news += read == New ? 1 : 0;
            Assert.IsTrue(ConfigurationFile.Write(Encoding.ASCII.GetBytes("meter = 3\n")), "and it can be written again");
            Assert.AreEqual("meter = 3\n", Encoding.ASCII.GetString(ConfigurationFile.Read(new ComplaintList())));
        }

        Assert.IsGreaterThan(New.Length / 2, olds);
        Assert.IsGreaterThan(1, news);
    }

    private static bool IsReadBack(DeviceConfiguration configuration)
    {
        var complaints = new ComplaintList();
        DeviceConfiguration read = ConfigurationParser.Parse(ConfigurationText.Of(configuration), complaints);
        return complaints.TotalCount == 0 && Enumerable.Range(0, SettingTable.Count).All(i => read.Format(i) == configuration.Format(i));
    }
}
