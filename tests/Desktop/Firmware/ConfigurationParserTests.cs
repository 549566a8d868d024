// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Tests.Firmware;

/// <summary>The configuration file: good values are taken, bad ones complained about, and nothing is half applied.</summary>
[TestClass]
public sealed class ConfigurationParserTests
{
    private ComplaintList _complaints = new();

    [TestMethod]
    public void GoodValuesAreTaken()
    {
        DeviceConfiguration configuration = Parse("""
            # a comment

            meter = 17
            cluster=north-7
              broker-host =  192.0.2.1
            broker-tls = on
            strategy = withholding
            grid-sensor = ina219
            grid-address = 0x45
            storage-bit0-pin = -1
            """);
        Assert.AreEqual(0, _complaints.TotalCount);
        Assert.AreEqual(17, configuration.Get(SettingId.Meter));
        Assert.AreEqual("north-7", configuration.GetText(SettingId.Cluster));
        Assert.AreEqual("192.0.2.1", configuration.GetText(SettingId.BrokerHost));
        Assert.IsTrue(configuration.IsOn(SettingId.BrokerTls));
        Assert.AreEqual((int)Prosumeter.Pricing.PricingStrategy.Withholding, configuration.Get(SettingId.Strategy));
        Assert.AreEqual((int)SensorKind.Ina219, configuration.Get(SensorRole.Grid, SensorSettingId.Kind));
        Assert.AreEqual(0x45, configuration.Get(SensorRole.Grid, SensorSettingId.Address));
        Assert.AreEqual(0x42, configuration.Get(SensorRole.Storage, SensorSettingId.Address), "the default");
    }

    [TestMethod]
    public void WindowsLineEndsAndAByteOrderMarkAreNoTrouble()
    {
        DeviceConfiguration configuration = ConfigurationParser.Parse(Encoding.UTF8.GetBytes("\uFEFFmeter = 5\r\nbroker-port = 8883\r\n"), _complaints);
        Assert.AreEqual(0, _complaints.TotalCount);
        Assert.AreEqual(5, configuration.Get(SettingId.Meter));
        Assert.AreEqual(8883, configuration.Get(SettingId.BrokerPort));
    }

    /// <summary>A complaint names line, key, value and what is allowed, and the default stays.</summary>
    [TestMethod]
    [DataRow("meter = 0", "line 2: meter = 0: 1 to 2147483647")]
    [DataRow("meter = 2147483648", "line 2: meter = 2147483648: 1 to 2147483647")]
    [DataRow("meter = 1x", "line 2: meter = 1x: 1 to 2147483647")]
    [DataRow("meter =", "line 2: meter = : 1 to 2147483647")]
    [DataRow("cluster = North", "line 2: cluster = North: 1 to 24 of a-z 0-9 -")]
    [DataRow("broker-tls = yes", "line 2: broker-tls = yes: off|on")]
    [DataRow("strategy = greedy", "line 2: strategy = greedy: predatory|timid|withholding")]
    [DataRow("slot-seconds = 700", "line 2: slot-seconds = 700: a divisor of 3600 from 60")]
    [DataRow("sampling-period-milliseconds = 19", "line 2: sampling-period-milliseconds = 19: 20 to 10000")]
    [DataRow("grid-phase-microseconds = -3001", "line 2: grid-phase-microseconds = -3001: -3000 to 3000")]
    [DataRow("mter = 3", "line 2: mter = 3: unknown key")]
    [DataRow("meter 3", "line 2: meter 3 = : key = value")]
    [DataRow("grid-sensor = ads1115", "line 2: grid-sensor = ads1115: an ads1115 needs an address from 72 to 75")]
    [DataRow("storage-capacity-watt-hours = 5000", "line 2: storage-capacity-watt-hours = 5000: needs storage-sensor = ina219")]
    [DataRow("buy-below-permille = 900", "line 2: buy-below-permille = 900: buy-below-permille must be below sell-above-permille")]
    [DataRow("load-cut-pin = 21", "line 2: load-cut-pin = 21: a pin is used twice, all pins are at their defaults")]
    [DataRow("i2c-data-pin = 49", "line 2: i2c-data-pin = 49: 0 to 48")]
    public void ABadValueIsNamedAndTheDefaultStays(string line, string complaint)
    {
        DeviceConfiguration configuration = Parse("# first line\n" + line);
        Assert.AreEqual(1, _complaints.TotalCount);
        Assert.AreEqual(complaint, Text(0));
        AssertDefaults(configuration);
    }

    [TestMethod]
    public void TheFirstOfTwoStays()
    {
        DeviceConfiguration configuration = Parse("meter = 4\nmeter = 5");
        Assert.AreEqual("line 2: meter = 5: set before in line 1", Text(0));
        Assert.AreEqual(4, configuration.Get(SettingId.Meter));
    }

    [TestMethod]
    public void RatiosThatCrossBothGoBack()
    {
        DeviceConfiguration configuration = Parse("sell-above-permille = 200\nbuy-below-permille = 600");
        Assert.AreEqual(1, _complaints.TotalCount);
        Assert.AreEqual(800, configuration.Get(SettingId.SellAbovePermille));
        Assert.AreEqual(300, configuration.Get(SettingId.BuyBelowPermille));
    }

    [TestMethod]
    public void TwoSensorsCannotShareAnAddress()
    {
        DeviceConfiguration configuration = Parse("grid-sensor = ina219\ngeneration-sensor = ina219\ngeneration-address = 0x40");
        Assert.AreEqual("line 2: generation-sensor = ina219: needs an address of its own", Text(0));
        Assert.AreEqual((int)SensorKind.Ina219, configuration.Get(SensorRole.Grid, SensorSettingId.Kind));
        Assert.AreEqual((int)SensorKind.None, configuration.Get(SensorRole.Generation, SensorSettingId.Kind));
    }

    /// <summary>What a power cut costs with an FRAM is a sampling period, so an FRAM shortens its default.</summary>
    [TestMethod]
    [DataRow("grid-sensor = ina219", 1000)]
    [DataRow("grid-sensor = ina219\nfram-address = 0x50", 25)]
    [DataRow("fram-address = 0x57\ngrid-sensor = ina219\ngeneration-sensor = ina219\nstorage-sensor = ina219", 25)]
    [DataRow("grid-sensor = ina219\nfram-address = 0x50\nsampling-period-milliseconds = 1000", 1000)]
    [DataRow("grid-sensor = ina219\nfram-address = 0x50\nsampling-period-milliseconds = 20", 20)]
    [DataRow("grid-sensor = ads1115\ngrid-address = 72\ngeneration-sensor = ina219\nfram-address = 0x50", 1000)]
    public void AnFramShortensTheDefaultSamplingPeriod(string text, int milliseconds)
    {
        DeviceConfiguration configuration = Parse(text);
        Assert.AreEqual(0, _complaints.TotalCount);
        Assert.AreEqual(milliseconds, configuration.Get(SettingId.SamplingPeriodMilliseconds));
    }

    /// <summary>An ADS1115 measures for 130 ms, and two of them one after the other.</summary>
    [TestMethod]
    [DataRow("", 199, false)]
    [DataRow("", 200, true)]
    [DataRow("generation-sensor = ads1115\ngeneration-address = 73\n", 399, false)]
    [DataRow("generation-sensor = ads1115\ngeneration-address = 73\n", 400, true)]
    [DataRow("fram-address = 0x50\n", 25, false)]
    public void APeriodThatAnAds1115CannotKeepIsRefused(string more, int milliseconds, bool isTaken)
    {
        DeviceConfiguration configuration = Parse($"sampling-period-milliseconds = {milliseconds}\n{more}grid-sensor = ads1115\ngrid-address = 72");
        Assert.AreEqual(isTaken ? 0 : 1, _complaints.TotalCount);
        Assert.AreEqual(isTaken ? milliseconds : 1000, configuration.Get(SettingId.SamplingPeriodMilliseconds));
        if (!isTaken)
        {
            Assert.AreEqual($"line 1: sampling-period-milliseconds = {milliseconds}: at least 200 for each ads1115", Text(0));
        }
    }

    /// <summary>A file that is written again says what was given and nothing else: what follows from another setting still follows from it.</summary>
    [TestMethod]
    [DataRow("grid-sensor = ina219\nfram-address = 80\n", 25)]
    [DataRow("sampling-period-milliseconds = 1000\nfram-address = 80\ngrid-sensor = ina219\n", 1000)]
    public void WhatIsDerivedIsNotWritten(string text, int milliseconds)
    {
        DeviceConfiguration configuration = Parse(text);
        CollectionAssert.AreEquivalent(text.Split('\n'), Encoding.UTF8.GetString(ConfigurationText.Of(configuration)).Split('\n'));
        Assert.AreEqual(milliseconds, configuration.Get(SettingId.SamplingPeriodMilliseconds));
        configuration.Set(SettingTable.Find("fram-address"), "0");
        Assert.AreEqual(1000, Parse(Encoding.UTF8.GetString(ConfigurationText.Of(configuration))).Get(SettingId.SamplingPeriodMilliseconds));
    }

    [TestMethod]
    public void LongLinesAndOtherBytesAreRefused()
    {
        DeviceConfiguration configuration = Parse("broker-host = " + new string('a', 200) + "\nbroker-user = J\u00F6rg\nmeter = 9");
        Assert.AreEqual(2, _complaints.TotalCount);
        Assert.AreEqual("at most 120 characters a line", _complaints[0].Expected);
        Assert.AreEqual("printable ASCII only", _complaints[1].Expected);
        Assert.AreEqual("", configuration.GetText(SettingId.BrokerHost));
        Assert.AreEqual(9, configuration.Get(SettingId.Meter), "the lines behind are read");
    }

    [TestMethod]
    public void MoreComplaintsThanAreKeptAreCounted()
    {
        Parse(string.Concat(System.Linq.Enumerable.Repeat("nonsense\n", 50)));
        Assert.AreEqual(50, _complaints.TotalCount);
        Assert.AreEqual(ComplaintList.Kept, _complaints.Count);
    }

    /// <summary>What a configuration says of itself, read back, is the same configuration.</summary>
    [TestMethod]
    public void FormattedValuesReadBack()
    {
        DeviceConfiguration written = Parse("meter = 9\ncluster = x\nstrategy = predatory\ngrid-sensor = ina219\nlearning = on\nbroker-user = me");
        var text = new StringBuilder();
        for (int i = 0; i < SettingTable.Count; i++)
        {
            text.Append(SettingTable.NameAt(i)).Append(" = ").Append(written.Format(i)).Append('\n');
        }

        DeviceConfiguration read = Parse(text.ToString());
        Assert.AreEqual(0, _complaints.TotalCount, _complaints.TotalCount > 0 ? Text(0) : "");
        for (int i = 0; i < SettingTable.Count; i++)
        {
            Assert.AreEqual(written.Format(i), read.Format(i));
        }
    }

    [TestMethod]
    public void EveryDefaultIsAllowed()
    {
        var configuration = new DeviceConfiguration();
        for (int i = 0; i < SettingTable.Count; i++)
        {
            Assert.IsTrue(configuration.Set(i, configuration.Format(i)), SettingTable.NameAt(i));
            Assert.AreEqual(i, SettingTable.Find(SettingTable.NameAt(i)));
        }
    }

    /// <summary>Any bytes give a valid configuration and never an exception.</summary>
    [TestMethod]
    public void AnyBytesGiveAValidConfiguration()
    {
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsValid(ConfigurationParser.Parse(bytes, new ComplaintList()))));
    }

    /// <summary>Likewise lines that look almost right: known keys with any value.</summary>
    [TestMethod]
    public void AnyValuesGiveAValidConfiguration()
    {
        Gen<string> value = Gen.OneOf(
            ArbMap.Default.GeneratorFor<int>().Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Elements("", "on", "ina219", "ads1115", "0x48", "none", "-1", "=", "x = y", "21", "22", "0", "1000"),
            ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        Gen<string> line = Gen.Choose(0, SettingTable.Count - 1).SelectMany(i => value.Select(v => SettingTable.NameAt(i) + " = " + v));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Arb.From(line.ListOf()),
                lines => IsValid(ConfigurationParser.Parse(Encoding.Latin1.GetBytes(string.Join('\n', lines)), new ComplaintList()))));
    }

    private static bool IsValid(DeviceConfiguration configuration)
    {
        var copy = new DeviceConfiguration();
        for (int i = 0; i < SettingTable.Count; i++)
        {
            if (!copy.Set(i, configuration.Format(i)))
            {
                return false;
            }
        }

        return configuration.Get(SettingId.BuyBelowPermille) <= configuration.Get(SettingId.SellAbovePermille)
            && configuration.Get(SettingId.StorageEmptyMillivolts) < configuration.Get(SettingId.StorageFullMillivolts)
            && 3600 % configuration.Get(SettingId.SlotSeconds) == 0;
    }

    private static void AssertDefaults(DeviceConfiguration configuration)
    {
        var defaults = new DeviceConfiguration();
        for (int i = 0; i < SettingTable.Count; i++)
        {
            Assert.AreEqual(defaults.Format(i), configuration.Format(i), SettingTable.NameAt(i));
        }
    }

    private string Text(int index)
    {
        return _complaints[index].Place + ": " + _complaints[index].Expected;
    }

    private DeviceConfiguration Parse(string text)
    {
        _complaints = new ComplaintList();
        return ConfigurationParser.Parse(Encoding.UTF8.GetBytes(text), _complaints);
    }
}
