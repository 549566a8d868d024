// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Policy;
using Prosumeter.Simulator.Scenarios.Remote;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Scenarios.Remote;

/// <summary>A policy that the study learned, on boards: over MQTT into flash, and what the firmware decides by it.</summary>
[TestClass]
public sealed class PolicyTransferTests
{
    private const string Pin = "2468";

    private static readonly Lazy<QTable> s_learned = new(Learn);

    [TestMethod]
    public void ALearnedTableDrivesALaboratoryMeterAndIsRefusedOnAFieldedOne()
    {
        using RemoteMeters meters = new();
        foreach (int meter in (int[])[RemoteMeters.Laboratory, RemoteMeters.Fielded])
        {
            SetPin(meters, meter);
            Assert.IsTrue(meters.Load(meter, MeterTable.Export(s_learned.Value), Pin).IsDone);
        }

        meters.Decisions.Clear();
        meters.Pass(100 * MarketSlot.DefaultSeconds);

        // The first slot was decided before the table came.
        (int Meter, int Slot)[] judged = [.. meters.Decisions.Keys.GroupBy(key => key.Meter).SelectMany(own => own.OrderBy(key => key.Slot).Skip(2).Take(96))];
        Assert.HasCount(2 * 96, judged);
        foreach ((int meter, int slot) in judged)
        {
            PolicyAction best = s_learned.Value.Best(slot % QTable.Slots);
            bool isFielded = meter == RemoteMeters.Fielded;
            Assert.AreEqual(isFielded ? PolicyAction.Friendly : best, meters.Decisions[(meter, slot)].Action, $"meter {meter}, slot {slot % 96} of the day");
            Assert.AreEqual(isFielded && best == PolicyAction.Sync, meters.Decisions[(meter, slot)].IsSyncRefused, $"meter {meter}, slot {slot % 96} of the day");
        }
    }

    [TestMethod]
    public void TheTableIsStillThereAfterAPowerCut()
    {
        using RemoteMeters meters = new();
        SetPin(meters, RemoteMeters.Laboratory);
        Assert.IsTrue(meters.Load(RemoteMeters.Laboratory, MeterTable.Export(s_learned.Value), Pin).IsDone);

        meters.Restart(RemoteMeters.Laboratory);

        Assert.AreSequenceEqual(MeterTable.Export(s_learned.Value), MeterTable.Export(meters.TableOf(RemoteMeters.Laboratory)));
    }

    [TestMethod]
    public void AWrongPinChangesNothing()
    {
        using RemoteMeters meters = new();
        SetPin(meters, RemoteMeters.Laboratory);
        PolicyTransfer transfer = meters.Load(RemoteMeters.Laboratory, MeterTable.Export(s_learned.Value), "1111");
        Assert.AreEqual(RefusalReason.NotPermitted, transfer.Refusal!.Reason);
        Assert.AreEqual("unlock 1111", transfer.Refusal.Line);
        Assert.AreSequenceEqual(MeterTable.Export(new QTable()), MeterTable.Export(meters.TableOf(RemoteMeters.Laboratory)));
    }

    [TestMethod]
    public void ATransferThatBreaksOffChangesNothing()
    {
        using RemoteMeters meters = new();
        SetPin(meters, RemoteMeters.Laboratory);
        Assert.AreEqual(20, meters.Load(RemoteMeters.Laboratory, MeterTable.Export(s_learned.Value), Pin, mostAnswers: 20).Answered);
        using MeterConsole console = meters.Console(RemoteMeters.Laboratory, sequence: 5000);
        Assert.AreEqual(RefusalReason.NotDone, meters.Type(console, "qtable take")!.Reason);
        Assert.AreSequenceEqual(MeterTable.Export(new QTable()), MeterTable.Export(meters.TableOf(RemoteMeters.Laboratory)));
    }

    [TestMethod]
    public void WhatIsNoTableIsNotSent()
    {
        using RemoteMeters meters = new();
        using MeterConsole console = meters.Console(RemoteMeters.Laboratory, sequence: 1);
        byte[] table = MeterTable.Export(s_learned.Value);
        table[100] ^= 1;
        FormatException refusal = Assert.ThrowsExactly<FormatException>(() => new PolicyTransfer(console, table, Pin));
        Assert.AreEqual("776 bytes are no learned policy of 776: BadChecksum.", refusal.Message);
        Assert.ThrowsExactly<FormatException>(() => new PolicyTransfer(console, [], Pin));
    }

    [TestMethod]
    public void ALongAnswerIsPutTogether()
    {
        using RemoteMeters meters = new();
        meters.Pass(120);
        using MeterConsole console = meters.Console(RemoteMeters.Laboratory, sequence: 1);
        string help = meters.Type(console, "help")!.Text;
        Assert.IsGreaterThan(200, help.Length);
        Assert.Contains("qtable", help);
        Assert.Contains("unlock", help);
        Assert.DoesNotContain("1/", help);
    }

    private static void SetPin(RemoteMeters meters, int meter)
    {
        meters.Pass(120);
        using MeterConsole console = meters.Console(meter, sequence: 1);
        Assert.AreEqual(RefusalReason.Taken, meters.Type(console, "unlock 0000")!.Reason);
        Assert.AreEqual(RefusalReason.Taken, meters.Type(console, $"pin {Pin}")!.Reason);
    }

    private static QTable Learn()
    {
        Experiment experiment = new(Readings.C0, TrainingDays: 60);
        return MeterTable.Of(experiment.Learn(1, experiment.Homes(1), (reading, prosumers) => new FixedQValues(reading, prosumers)).Values, prosumer: 0);
    }
}
