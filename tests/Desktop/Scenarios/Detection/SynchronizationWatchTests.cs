// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Detection;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Simulator.Studies.Numerics;
using Prosumeter.Tests.Projects;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Scenarios.Detection;

/// <summary>P-55 and P-56: slot reports on the bus, and the alerts that follow.</summary>
[TestClass]
public sealed class SynchronizationWatchTests
{
    private const string Cluster = "north";
    private const int SlotSeconds = 3600;
    private const int SlotsPerDay = 24;
    private const int FirstSlot = SlotsPerDay * 20_000;
    private const int Evening = 19;
    private const int CampaignDay = 12;
    private const int Consumer = 9;

    private readonly InProcessBroker _broker = new();
    private readonly List<MqttMessage> _heard = [];
    private readonly Dictionary<int, SlotReport> _registers = [];

    [TestMethod]
    [TestCategory("P-55")]
    public void ACampaignRaisesAnAlertWithItsEvidence()
    {
        using SynchronizationWatch watch = Watch();
        Run(watch, 0, CampaignDay + 1, isCampaign: true);

        MqttMessage said = _heard.Single();
        Assert.AreEqual("prosumeter/v1/north/market/alert", said.Topic);
        Assert.IsFalse(said.IsRetained);
        Assert.AreEqual(1, said.QualityOfService);
        Assert.IsLessThanOrEqualTo(1024, said.Payload.Length);
        SynchronizationAlert alert = SynchronizationAlert.Parse(said.Payload);
        Assert.AreEqual((1, FirstSlot + (CampaignDay * SlotsPerDay) + Evening, 6), (alert.Version, alert.Slot, alert.Meters));
        Assert.IsGreaterThan(alert.ThresholdPermille, alert.ScorePermille);
        Assert.HasCount(SynchronizationAlert.MostSuspects, alert.Suspects);
        Assert.IsTrue(alert.Suspects.All(s => s.Meter != Consumer && s.NetImportMilliwattHours > s.ExpectedMilliwattHours && s.ScorePermille > 1000));
        Assert.IsTrue(alert.Suspects.Zip(alert.Suspects.Skip(1), (a, b) => a.ScorePermille >= b.ScorePermille).All(isSorted => isSorted));
    }

    [TestMethod]
    [TestCategory("P-55")]
    [TestCategory("P-56")]
    public void CleanDaysRaiseNone()
    {
        using SynchronizationWatch watch = Watch();
        Run(watch, 0, CampaignDay + 2, isCampaign: false);
        Assert.IsEmpty(_heard);
        Assert.AreEqual(6, watch.Meters);
    }

    [TestMethod]
    [TestCategory("P-56")]
    public void AWatchThatStartsAgainKnowsTheDaysThatItRecalls()
    {
        List<SlotReport> past = [];
        for (int slot = 0; slot < CampaignDay * SlotsPerDay; slot++)
        {
            past.AddRange(Reports(slot, isCampaign: true));
        }

        using SynchronizationWatch watch = Watch();
        past.ForEach(watch.Recall);
        Assert.AreEqual(6, watch.Meters);
        Run(watch, CampaignDay, CampaignDay + 1, isCampaign: true);
        Assert.HasCount(1, _heard);
    }

    [TestMethod]
    [TestCategory("P-56")]
    public void WhatIsNoReportOrFromTheFutureChangesNothing()
    {
        using SynchronizationWatch watch = Watch();
        Run(watch, 0, CampaignDay, isCampaign: true);
        using IMqttSession stranger = _broker.CreateSession();
        stranger.Connect(new MqttConnectOptions { ClientId = "stranger" });
        byte[] future = Encode(new SlotReport { Meter = 1, Slot = FirstSlot + 100_000, ImportMilliwattHours = 1_000_000_000, GenerationMilliwattHours = 1 });
        stranger.Publish("prosumeter/v1/north/1/report", future, qos: 1, retain: false);
        stranger.Publish("prosumeter/v1/north/2/report", future, qos: 1, retain: false);
        stranger.Publish("prosumeter/v1/north/3/report", "{}"u8, qos: 1, retain: false);
        Run(watch, CampaignDay, CampaignDay + 1, isCampaign: true);
        Assert.HasCount(1, _heard);
    }

    [TestMethod]
    [TestCategory("P-56")]
    [DataRow(1, 1)]
    [DataRow(2, 0)]
    public void ReportsCountUntilOneSlotAfterTheEnd(int lateSlots, int alerts)
    {
        using SynchronizationWatch watch = Watch();
        Run(watch, 0, CampaignDay + 1, isCampaign: true, lateSlots);
        Assert.HasCount(alerts, _heard);
    }

    /// <summary>The day on which the watch began counts, however late it began: here an hour before midnight.</summary>
    [TestMethod]
    [TestCategory("P-56")]
    [DataRow(6, 0)]
    [DataRow(7, 1)]
    public void NobodyIsJudgedBeforeTheBaselineIsFull(int daysBefore, int alerts)
    {
        using SynchronizationWatch watch = Watch();
        Run(watch, CampaignDay - daysBefore, CampaignDay + 1, isCampaign: true);
        Assert.HasCount(alerts, _heard);
        Assert.AreEqual(28, new DetectorSettings().BaselineDays, "days of the usual baseline");
    }

    [TestMethod]
    [TestCategory("P-55")]
    public void TheExampleOfTheDocumentIsAnAlert()
    {
        string example = System.IO.File.ReadAllLines(System.IO.Path.Combine(RepositoryFolder.Path, "docs", "PROTOCOL.md"))
            .SkipWhile(line => !line.Contains("**P-55**", StringComparison.Ordinal)).First(line => line.StartsWith('{'));
        Assert.AreEqual(example, Encoding.UTF8.GetString(SynchronizationAlert.Parse(Encoding.UTF8.GetBytes(example)).ToJson()));
    }

    private SynchronizationWatch Watch()
    {
        IMqttSession ear = _broker.CreateSession();
        ear.MessageReceived += _heard.Add;
        ear.Connect(new MqttConnectOptions { ClientId = "ear" });
        ear.Subscribe(["prosumeter/v1/north/market/alert"], qos: 1);
        return new SynchronizationWatch(_broker, Cluster, SlotSeconds, new DetectorSettings(BaselineDays: 8, FalseAlarmRate: 1e-5));
    }

    private void Run(SynchronizationWatch watch, int firstDay, int endDay, bool isCampaign, int lateSlots = 0)
    {
        using IMqttSession meters = _broker.CreateSession();
        meters.Connect(new MqttConnectOptions { ClientId = "meters" });
        for (int slot = firstDay * SlotsPerDay; slot < endDay * SlotsPerDay; slot++)
        {
            watch.Step(Milliseconds(slot));
            _broker.Pump();
            foreach (SlotReport report in Reports(slot - lateSlots, isCampaign))
            {
                meters.Publish(Topics.ForMeter(Cluster, report.Meter, MessageType.SlotReport), Encode(report), qos: 1, retain: false);
            }

            _broker.Pump();
            watch.Step(Milliseconds(slot + 1) + 1000);
            _broker.Pump();
        }
    }

    private static long Milliseconds(int slot) => (FirstSlot + slot) * 1000L * SlotSeconds;

    // Six prosumers and a consumer; the prosumers take half as much again in one evening.
    private IEnumerable<SlotReport> Reports(int slot, bool isCampaign)
    {
        ulong key = CounterRandom.Key(1, RandomStream.Reports, slot / SlotsPerDay, slot % SlotsPerDay);
        foreach (int meter in (int[])[1, 2, 3, 4, 5, 6, Consumer])
        {
            bool synchronizes = isCampaign && meter != Consumer && slot == (CampaignDay * SlotsPerDay) + Evening;
            double kwh = 0.25 * (1 + (0.15 * NormalTable.Of(CounterRandom.Draw(key, meter)))) * (synchronizes ? 1.5 : 1);
            SlotReport before = _registers.GetValueOrDefault(meter, new SlotReport());
            _registers[meter] = new SlotReport
            {
                Meter = meter,
                Slot = FirstSlot + slot,
                ImportMilliwattHours = before.ImportMilliwattHours + (long)(kwh * 1e6),
                GenerationMilliwattHours = meter == Consumer ? 0 : before.GenerationMilliwattHours + 1000,
            };
            yield return _registers[meter];
        }
    }

    private static byte[] Encode(SlotReport report)
    {
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        return buffer[..MessageCodec.Encode(report, buffer, 0)];
    }
}
