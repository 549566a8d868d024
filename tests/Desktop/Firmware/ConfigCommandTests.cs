// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Tests.Firmware;

/// <summary>Settings changed at the console.</summary>
[TestClass]
public sealed class ConfigCommandTests
{
    [TestMethod]
    public void ASettingIsStagedSavedAndInForceAfterTheRestart()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        StringAssert.Contains(bench.Ask("config set sell-above-permille 750"), "Staged: \"config save\" writes it.");
        string answer = bench.Ask("config get sell-above-permille");
        StringAssert.Contains(answer, "value              800");
        StringAssert.Contains(answer, "staged             750");
        StringAssert.Contains(bench.Ask("config save"), "Saved: \"reboot\" puts it in force.");
        StringAssert.Contains(bench.Ask("log"), "configuration saved, channel 0");

        var complaints = new ComplaintList();
        DeviceConfiguration saved = ConfigurationParser.Parse(ConfigurationFile.Read(complaints), complaints);
        Assert.AreEqual(0, complaints.TotalCount);
        Assert.AreEqual(750, saved.Get(SettingId.SellAbovePermille));
        Assert.AreEqual(20_000, saved.Get(SensorRole.Grid, SensorSettingId.BusDividerPermille), "the others stay as they are");
    }

    [TestMethod]
    public void WhatIsNotAllowedIsRefused()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        StringAssert.Contains(bench.Ask("config set sell-above-permille 1001"), "allowed is: 0 to 1000");
        StringAssert.Contains(bench.Ask("config set strategy nothing"), "allowed is: predatory|timid|withholding");
        StringAssert.Contains(bench.Ask("config set nothing 1"), "Unknown key.");
        StringAssert.Contains(bench.Ask("config set meter"), "allowed is: 1 to 2147483647");
        StringAssert.Contains(bench.Ask("config set cluster Elm_Street"), "allowed is: 1 to 24 of a-z 0-9 -");
        StringAssert.Contains(bench.Ask("config save"), "Nothing is staged.");
    }

    /// <summary>Between settings the rules of the file hold: a copy that breaks one is complained about at once and never saved.</summary>
    [TestMethod]
    public void ACopyThatBreaksARuleIsNotSaved()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        StringAssert.Contains(bench.Ask("config set buy-below-permille 900"), "buy-below-permille must be below sell-above-permille");
        string answer = bench.Ask("config save");
        StringAssert.Contains(answer, "must be below");
        StringAssert.Contains(answer, "Not saved.");
        Assert.IsFalse(bench.Meter.Board.Flash.FileExists(Prosumeter.Firmware.Board.ConfigurationPath));
        StringAssert.Contains(bench.Ask("config set sell-above-permille 950"), "Staged");
        StringAssert.Contains(bench.Ask("config save"), "Saved");
    }

    [TestMethod]
    public void DefaultsAreStagedToo()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        StringAssert.Contains(bench.Ask("config save"), "Nothing is staged.");
        StringAssert.Contains(bench.Ask("config defaults"), "Staged");
        bench.Ask("config set meter 7");
        StringAssert.Contains(bench.Ask("config save"), "Saved");
        Assert.AreEqual("meter = 7\n", Encoding.ASCII.GetString(ConfigurationFile.Read(new ComplaintList())));
    }

    [TestMethod]
    public void TextsMayHaveSpacesAndAPasswordIsNeverShown()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        string shown = bench.Ask("config set broker-password open sesame") + bench.Ask("config get broker-password") + bench.Ask("json config get broker-password");
        bench.Ask("config save");
        StringAssert.Contains(Encoding.ASCII.GetString(ConfigurationFile.Read(new ComplaintList())), "broker-password = open sesame\n");
        Assert.DoesNotContain("sesame", shown + bench.Ask("config list") + bench.Ask("log"));
    }

    [TestMethod]
    public void ATextIsTakenAwayByNoValue()
    {
        using var bench = new ConsoleBench(MeterBench.Usual + "broker-user = someone\n");
        bench.Unlock();
        StringAssert.Contains(bench.Ask("config set broker-user"), "Staged");
        bench.Ask("config save");
        Assert.DoesNotContain("broker-user", Encoding.ASCII.GetString(ConfigurationFile.Read(new ComplaintList())));
    }

    [TestMethod]
    [TestCategory("P-52")]
    public void WithoutThePinNothingChanges()
    {
        using var bench = new ConsoleBench();
        foreach (string line in new[] { "config set meter 7", "config defaults", "config save", "calibrate voltage grid 380", "calibrate confirm", "preset import 5", "preset confirm" })
        {
            StringAssert.Contains(bench.Ask(line), "Locked", line);
        }

        Assert.IsFalse(bench.Meter.Board.Flash.FileExists(Prosumeter.Firmware.Board.ConfigurationPath));
    }
}
