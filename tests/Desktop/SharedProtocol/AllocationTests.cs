// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Tests.Shared.Trading;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>The heap of a board is small: a sample allocates nothing, a slot next to nothing.</summary>
[TestClass]
public sealed class AllocationTests
{
    private const int First = MeterScript.FirstSlot;

    [TestMethod]
    public void SampleAllocatesNothing()
    {
        long allocated = Measure((controller, _) =>
        {
            for (int i = 0; i < 1000; i++)
            {
                controller.Sample(1_250_000 - i, 2_400_000, -300_000, 655, 1000);
                controller.Tick(MeterScript.StartOf(First + 1) + (i % 900));
            }
        });

        Assert.AreEqual(0L, allocated);
    }

    [TestMethod]
    [TestCategory("P-35")]
    public void SlotAllocatesAFewHundredBytes()
    {
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        SlotReport report = new();
        Award award = new() { Slot = First + 2, Sequence = 9, Side = TradeSide.Sell, EnergyMilliwattHours = 1000 };
        long allocated = Measure((controller, bid) =>
        {
            Assert.IsTrue(controller.DecideBid(First + 2, bid));
            MessageCodec.Encode(bid, buffer, 0);
            controller.EndSlot(First + 1, report);
            int length = MessageCodec.Encode(report, buffer, 0);
            MessageCodec.Decode(buffer, 0, length, report);
            controller.OnAward(award);
            controller.StartSlot(First + 2);
        });

        Assert.IsLessThanOrEqualTo(500L, allocated);
    }

    // A slot under way with an award that is being delivered, so that every branch of a sample runs.
    private static MeterScript Trading()
    {
        MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
        Assert.IsTrue(script.Controller.DecideBid(First + 1, script.Bid));
        Assert.AreEqual(0, script.Award(First + 1, TradeSide.Sell, 900_000, true));
        script.Controller.StartSlot(First + 1);
        Assert.AreEqual(StorageMode.Discharge, script.Controller.StorageSetPoint);
        return script;
    }

    // The first run compiles the code; compiling allocates too.
    private static long Measure(Action<TradingController, Bid> action)
    {
        MeterScript first = Trading();
        action(first.Controller, first.Bid);
        MeterScript second = Trading();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action(second.Controller, second.Bid);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
