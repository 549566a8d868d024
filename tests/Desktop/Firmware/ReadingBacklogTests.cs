// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Outbox;
using Prosumeter.Messages;
using Prosumeter.Metering;

namespace Prosumeter.Tests.Firmware;

/// <summary>The ring of readings in flash, held against a queue in memory.</summary>
[TestClass]
public sealed class ReadingBacklogTests
{
    private readonly MemoryRecordStore _store = new();
    private readonly FaultMemory _faults = new(new EventLog(new TestClock()));
    private int _sequence;

    /// <summary>Whatever is appended, acknowledged and interrupted by restarts: what comes out is what went in, in its order. A restart may bring back what was acknowledged of one page.</summary>
    [TestMethod]
    [TestCategory("P-25")]
    public void WhatGoesInComesOutInItsOrder()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var expected = new Queue<Reading>();
            ReadingBacklog backlog = Open();
            Drain(backlog);
            for (int i = 0; i < 1000; i++)
            {
                if (random.Next(100) < 60)
                {
                    Reading reading = Random(random);
                    backlog.Append(reading);
                    expected.Enqueue(reading);
                }
                else if (expected.Count > 0)
                {
                    AssertSame(expected.Dequeue(), Take(backlog), $"seed {seed}, step {i}");
                }

                if (random.Next(50) == 0)
                {
                    backlog = Open();
                    SkipAcknowledged(backlog, expected);
                }

                Assert.AreEqual(expected.Count, backlog.Depth, $"seed {seed}, step {i}");
            }

            Assert.AreEqual(0, backlog.LostCount);
        }
    }

    [TestMethod]
    [TestCategory("P-25")]
    public void ADayOfReadingsFitsAndThenTheOldestPageGivesWay()
    {
        ReadingBacklog backlog = Open();
        var random = new Random(3);
        var readings = new List<Reading>();
        while (backlog.LostCount == 0)
        {
            readings.Add(Day(random, readings.Count));
            backlog.Append(readings[^1]);
        }

        Assert.IsGreaterThan(1440, readings.Count - 1);
        Assert.AreEqual(readings.Count - backlog.LostCount, backlog.Depth);
        Assert.AreEqual(FaultFlags.Outbox, _faults.Seen);
        AssertSame(readings[backlog.LostCount], Take(Open()), "the oldest of those left, also after a restart");
    }

    [TestMethod]
    public void APageThatIsDoneLeavesFlash()
    {
        ReadingBacklog backlog = Open();
        for (int i = 0; i < 500; i++)
        {
            backlog.Append(Day(new Random(i), i));
        }

        Drain(backlog);
        Assert.AreEqual(0, _store.Count);
        Assert.AreEqual(0, Open().Depth);
    }

    /// <summary>The reading under way gave way to newer ones before its acknowledgement came: nothing else leaves for it.</summary>
    [TestMethod]
    public void AnAcknowledgementThatComesTooLateTakesNothing()
    {
        ReadingBacklog backlog = Open();
        backlog.Append(Day(new Random(1), 0));
        Assert.IsTrue(backlog.TryCopy(new Reading()));
        for (int i = 1; backlog.LostCount == 0; i++)
        {
            backlog.Append(Day(new Random(i), i));
        }

        int depth = backlog.Depth;
        backlog.Acknowledge();
        Assert.AreEqual(depth, backlog.Depth);
    }

    /// <summary>What flash refused is in RAM only; what gets lost with it is counted.</summary>
    [TestMethod]
    public void WhatFlashRefusedIsCountedWhenItIsLost()
    {
        ReadingBacklog backlog = Open();
        for (int i = 0; i < 300; i++)
        {
            _store.Refuses = i >= 290;
            backlog.Append(Day(new Random(i), i));
        }

        Reading first = Take(backlog);
        Assert.AreEqual(1, first.Sequence);
        Assert.AreEqual(299, backlog.Depth);
        Drain(backlog);
        Assert.AreEqual(0, backlog.Depth);
        Assert.AreEqual(10, backlog.LostCount);
    }

    /// <summary>A page that flash refused to delete comes again, unless the ring has passed over it.</summary>
    [TestMethod]
    public void PagesOfBeforeAreNotMistaken()
    {
        ReadingBacklog backlog = Open();
        backlog.Append(Day(new Random(1), 0));
        _store.Refuses = true;
        Take(backlog);
        _store.Refuses = false;
        for (int i = 0; i < 3000; i++)
        {
            backlog.Append(Day(new Random(i), i));
            Take(backlog);
            Assert.AreEqual(0, backlog.Depth);
        }

        Assert.IsLessThanOrEqualTo(1, Open().Depth);
    }

    [TestMethod]
    public void RubbishInFlashIsPassedOver()
    {
        var random = new Random(7);
        for (int i = 0; i < 300; i++)
        {
            byte[] rubbish = new byte[random.Next(4080)];
            random.NextBytes(rubbish);
            if (rubbish.Length > 0)
            {
                // Serials of both sides of 0 and of any size.
                rubbish[0] = (byte)(random.Next(2) == 0 ? 0 : rubbish[0]);
            }

            _store.Write("readings-" + (i % ReadingBacklog.Pages), rubbish, rubbish.Length);
            ReadingBacklog backlog = Open();
            backlog.Append(Day(random, i));
            for (int taken = 0; taken < 100_000 && backlog.TryCopy(new Reading()); taken++)
            {
                backlog.Acknowledge();
            }

            Assert.AreEqual(0, backlog.Depth);
        }
    }

    private static void Drain(ReadingBacklog backlog)
    {
        while (backlog.TryCopy(new Reading()))
        {
            backlog.Acknowledge();
        }
    }

    private static Reading Take(ReadingBacklog backlog)
    {
        var reading = new Reading();
        Assert.IsTrue(backlog.TryCopy(reading));
        backlog.Acknowledge();
        return reading;
    }

    private static void SkipAcknowledged(ReadingBacklog backlog, Queue<Reading> expected)
    {
        var reading = new Reading();
        while (backlog.TryCopy(reading) && (expected.Count == 0 || reading.Sequence < expected.Peek().Sequence))
        {
            backlog.Acknowledge();
        }
    }

    private static void AssertSame(Reading expected, Reading actual, string message) => Assert.AreEqual(Text(expected), Text(actual), message);

    private static string Text(Reading r) => string.Join(
        ' ', r.Meter, r.Slot, r.Sequence, r.IsReplay, r.IsUnsynchronised, r.UtcSeconds, r.ImportMilliwattHours, r.ExportMilliwattHours, r.GenerationMilliwattHours,
        r.ChargeMilliwattHours, r.DischargeMilliwattHours, r.GridMilliwatts, r.GenerationMilliwatts, r.StorageMilliwatts, r.StateOfChargePermille, r.Faults);

    private Reading Random(Random random) => new()
    {
        Meter = 16,
        Slot = random.Next(),
        Sequence = ++_sequence,
        IsUnsynchronised = random.Next(2) == 0,
        UtcSeconds = random.NextInt64(Reading.HighestUtcSeconds + 1),
        ImportMilliwattHours = random.NextInt64(EnergyRegister.HighestMilliwattHours + 1),
        ExportMilliwattHours = random.NextInt64(1000),
        GenerationMilliwattHours = EnergyRegister.HighestMilliwattHours,
        ChargeMilliwattHours = 0,
        DischargeMilliwattHours = random.NextInt64(EnergyRegister.HighestMilliwattHours + 1),
        GridMilliwatts = random.Next(2) == 0 ? int.MaxValue : -int.MaxValue,
        GenerationMilliwatts = random.Next(),
        StorageMilliwatts = -random.Next(),
        StateOfChargePermille = random.Next(1001),
        Faults = random.Next(),
    };

    // A home of 8 kW at most, a reading a minute, registers of some ten years.
    private Reading Day(Random random, int minute) => new()
    {
        Meter = 16,
        Slot = 1_980_000 + (minute / 15),
        Sequence = ++_sequence,
        UtcSeconds = 1_782_000_000 + (60L * minute),
        ImportMilliwattHours = 30_000_000_000 + (minute * 50_000L),
        ExportMilliwattHours = 20_000_000_000 + (minute * 30_000L),
        GenerationMilliwattHours = 50_000_000_000 + (minute * 60_000L),
        ChargeMilliwattHours = 10_000_000_000 + (minute * 20_000L),
        DischargeMilliwattHours = 9_000_000_000 + (minute * 20_000L),
        GridMilliwatts = random.Next(-8_000_000, 8_000_000),
        GenerationMilliwatts = random.Next(8_000_000),
        StorageMilliwatts = random.Next(-5_000_000, 5_000_000),
        StateOfChargePermille = random.Next(1001),
    };

    private ReadingBacklog Open()
    {
        var backlog = new ReadingBacklog(_store, _faults);
        backlog.Load();
        return backlog;
    }
}
