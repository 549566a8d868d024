// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware;
using Prosumeter.Firmware.Journal;
using Prosumeter.Firmware.Outbox;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Tests.Projects;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>The ring of unacknowledged messages in flash.</summary>
[TestClass]
public sealed class MessageOutboxTests
{
    private const int Capacity = MessageOutbox.Pages * Page;
    private const int Page = 54;

    private readonly MemoryRecordStore _store = new();
    private readonly SequenceCounters _counters;
    private readonly FaultMemory _faults = new(new EventLog(new TestClock()));

    public MessageOutboxTests()
    {
        _counters = new SequenceCounters(_store);
    }

    [TestMethod]
    [TestCategory("P-25")]
    public void MessagesComeBackAfterARestart()
    {
        MessageOutbox outbox = Open();
        for (int i = 0; i < 120; i++)
        {
            Assert.AreEqual(i, outbox.Append(Content(i), 10 + (i % 60)));
        }

        outbox = Open();
        Assert.AreEqual(120, outbox.Depth);
        Assert.AreEqual(120, outbox.NextNumber);
        byte[] buffer = new byte[100];
        for (int i = 0; i < 120; i++)
        {
            Assert.AreEqual(10 + (i % 60), outbox.Copy(i, buffer));
            Assert.AreEqual((byte)i, buffer[0]);
        }
    }

    [TestMethod]
    [TestCategory("P-25")]
    public void AcknowledgedMessagesLeave()
    {
        MessageOutbox outbox = Open();
        for (int i = 0; i < 120; i++)
        {
            outbox.Append(Content(i), 20);
            if (i % 2 == 0)
            {
                outbox.Acknowledge(i);
            }
        }

        Assert.AreEqual(60, outbox.Depth);
        Assert.AreEqual(1, outbox.FindPending(0));
        Assert.AreEqual(119, outbox.FindPending(118));
        outbox.Acknowledge(1);
        outbox.Acknowledge(1);
        Assert.AreEqual(59, outbox.Depth);
    }

    /// <summary>Acknowledgements are written with the next append: after a restart at most what came since is pending again, and nothing is lost.</summary>
    [TestMethod]
    [TestCategory("P-25")]
    public void ARestartForgetsNoMessageAndFewAcknowledgements()
    {
        var random = new Random(5);
        var unacknowledged = new HashSet<int>();
        MessageOutbox outbox = Open();
        for (int i = 0; i < 2000; i++)
        {
            unacknowledged.Add(outbox.Append(Content(i), 30));
            while (unacknowledged.Count > 0 && random.Next(10) < 8)
            {
                int number = outbox.FindPending(0);
                outbox.Acknowledge(number);
                unacknowledged.Remove(number);
            }

            unacknowledged.RemoveWhere(number => number < outbox.NextNumber - Capacity);
            if (random.Next(20) == 0)
            {
                outbox = Open();
                foreach (int number in unacknowledged)
                {
                    Assert.IsTrue(outbox.IsPending(number), $"{number} of {i}");
                }

                Assert.IsLessThanOrEqualTo(unacknowledged.Count + (2 * Page), outbox.Depth);
                Resolve(outbox, unacknowledged);
            }

            Assert.AreEqual(unacknowledged.Count, outbox.Depth);
        }
    }

    [TestMethod]
    [TestCategory("P-17")]
    [TestCategory("P-25")]
    public void WhenItIsFullTheOldestGiveWayAndAreCounted()
    {
        MessageOutbox outbox = Open();
        for (int i = 0; i < Capacity; i++)
        {
            outbox.Append(Content(i), 20);
        }

        Assert.AreEqual(0, outbox.LostCount);
        Assert.AreEqual(Capacity, outbox.Depth);
        outbox.Append(Content(1), 20);
        Assert.AreEqual(Page, outbox.LostCount);
        Assert.AreEqual(Capacity - Page + 1, outbox.Depth);
        Assert.AreEqual(Page, outbox.FindPending(0));
        Assert.AreEqual(FaultFlags.Outbox, _faults.Present);
        Assert.AreEqual(Capacity - Page + 1, Open().Depth, "also after a restart");
    }

    [TestMethod]
    [TestCategory("P-25")]
    public void ItsRoomIsThatOfTheDocument() =>
        StringAssert.Contains(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "PROTOCOL.md")), $"({Capacity} messages, ");

    [TestMethod]
    [TestCategory("P-22")]
    public void SequencesAreKeptWithTheMessages()
    {
        MessageOutbox outbox = Open();
        _counters.Raise(MessageType.Bid, 41);
        _counters.Raise(MessageType.SlotReport, 17);
        outbox.Append(Content(1), 20);
        var counters = new SequenceCounters(_store);
        new MessageOutbox(_store, counters, _faults).Load();
        Assert.AreEqual(41, counters.Last(MessageType.Bid));
        Assert.AreEqual(17, counters.Last(MessageType.SlotReport));
    }

    [TestMethod]
    public void TheLongestSlotReportFits()
    {
        var report = new SlotReport
        {
            Meter = int.MaxValue,
            Slot = int.MaxValue,
            Sequence = int.MaxValue,
            IsReplay = true,
            ImportMilliwattHours = EnergyRegister.HighestMilliwattHours,
            ExportMilliwattHours = EnergyRegister.HighestMilliwattHours,
            GenerationMilliwattHours = EnergyRegister.HighestMilliwattHours,
            ChargeMilliwattHours = EnergyRegister.HighestMilliwattHours,
            DischargeMilliwattHours = EnergyRegister.HighestMilliwattHours,
            StateOfChargePermille = 1000,
            Faults = int.MaxValue,
        };
        byte[] message = new byte[MessageCodec.MaxMessageLength];
        Assert.AreEqual(0, Open().Append(message, MessageCodec.Encode(report, message, 0)));
    }

    [TestMethod]
    public void TooLongMessagesAreRefused()
    {
        MessageOutbox outbox = Open();
        Assert.AreEqual(-1, outbox.Append(new byte[200], 200));
        Assert.AreEqual(-1, outbox.Append(new byte[200], 0));
        Assert.AreEqual(0, outbox.Depth);
    }

    /// <summary>Records that are no pages, whatever they hold, are passed over.</summary>
    [TestMethod]
    public void RubbishInFlashIsPassedOver()
    {
        var random = new Random(7);
        for (int i = 0; i < 500; i++)
        {
            byte[] rubbish = new byte[random.Next(3000)];
            random.NextBytes(rubbish);
            _store.Write("outbox-" + (i % MessageOutbox.Pages), rubbish, rubbish.Length);
            MessageOutbox outbox = Open();
            int number = outbox.Append(Content(i), 20);
            byte[] buffer = new byte[100];
            Assert.AreEqual(20, outbox.Copy(number, buffer));
            outbox.Acknowledge(number);
        }
    }

    [TestMethod]
    public void FlashThatRefusesStillSends()
    {
        MessageOutbox outbox = Open();
        _store.Refuses = true;
        int number = outbox.Append(Content(3), 20);
        Assert.AreEqual(0, number);
        Assert.AreEqual(20, outbox.Copy(number, new byte[100]));
    }

    private static void Resolve(MessageOutbox outbox, HashSet<int> unacknowledged)
    {
        for (int number = outbox.FindPending(0); number >= 0; number = outbox.FindPending(number + 1))
        {
            if (!unacknowledged.Contains(number))
            {
                outbox.Acknowledge(number);
            }
        }
    }

    private static byte[] Content(int i)
    {
        byte[] content = new byte[100];
        Array.Fill(content, (byte)i);
        return content;
    }

    private MessageOutbox Open()
    {
        var outbox = new MessageOutbox(_store, _counters, _faults);
        outbox.Load();
        return outbox;
    }
}
