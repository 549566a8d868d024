// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Scenarios.Torture;

/// <summary>The wear that docs/reliability.md states, counted by the littlefs-like model of the virtual flash.</summary>
[TestClass]
public sealed class FlashWearTests
{
    private const int Blocks = 256 * 1024 / FlashWear.BlockBytes;
    private const long CyclesPerBlock = 100_000;
    private const long StartUtcSeconds = 1_750_464_000;
    private const long DayMicroseconds = 86_400_000_000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void ADayAtDefaultTriggersWearsForTwentyYears()
    {
        InProcessBroker broker = new();
        MeterSpecification specification = new()
        {
            Meter = 1,
            Home = "wear",
            Cluster = "wear",
            PvPeakWatts = 5_000,
            StorageWattHours = 8_000,
            StorageWatts = 3_000,
        };
        using VirtualMeter meter = new(specification, new SyntheticHomeProfile(3, 5_000), broker, StartUtcSeconds, MarketSlot.DefaultSeconds);
        long end = (StartUtcSeconds * 1_000_000) + DayMicroseconds;
        while (meter.NextUtcMicroseconds < end)
        {
            meter.Run();
            broker.AdvanceTo(meter.UtcMicroseconds / 1000);
            broker.Pump();
        }

        FlashWear wear = meter.Flash.Wear;
        int commits = meter.Firmware!.Journal.CommitCount;
        double years = Blocks * CyclesPerBlock / (wear.ErasedBlocks * 365.25);
        TestContext.WriteLine(
            $"{commits} register commits, {meter.Flash.ChangedBytes} bytes of files, {wear.ProgrammedBytes} bytes programmed, {wear.ErasedBlocks} erases, {years:0} years");
        Assert.IsGreaterThan(1_000, commits);
        Assert.IsGreaterThan(20, years);
    }
}
