// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Journal;
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
    private const int FrameBytes = 14;
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

    /// <summary>
    /// Twenty years of the most commits there can be, with bids, reports and twelve days a year without a network, until then no block has used up its cycles: the
    /// directory's pair moves, and so do the pages.
    /// </summary>
    [TestMethod]
    public void NoBlockIsWornOutBeforeTwentyYears()
    {
        var wear = new FlashWear(Blocks * FlashWear.BlockBytes);
        int days = 0;
        while (wear.MostErasesOfABlock < CyclesPerBlock)
        {
            ADay(wear, days++);
        }

        double mean = (double)wear.ErasedBlocks / Blocks;
        TestContext.WriteLine($"{wear.ErasedBlocks / days} erases a day, the most-erased block {CyclesPerBlock / mean:0.00} times the mean, worn out after {days / 365.25:0.0} years");
        Assert.IsGreaterThan(20, days / 365.25);
    }

    private static void ADay(FlashWear wear, int day)
    {
        const int Commits = 11_440;
        const int CommitsAPage = Commits / 210;
        const int CommitsAReading = Commits / 1_440;
        for (int commit = 0; commit < Commits; commit++)
        {
            char side = commit % 2 == 0 ? 'a' : 'b';
            Put(wear, side == 'a' ? "registers.a" : "registers.b", RegisterJournal.RecordLength);
            if (commit % CommitsAPage == 0)
            {
                Put(wear, $"outbox-{((day * 210) + (commit / CommitsAPage)) / 54 % 12}.{side}", 4_015);
            }

            if (day % 30 == 0 && commit % CommitsAReading == 0)
            {
                Put(wear, $"readings-{commit / CommitsAReading / 110}.{(commit / CommitsAReading % 2 == 0 ? 'a' : 'b')}", 4_080);
            }
        }

        for (int page = 0; day % 30 == 1 && page < 13; page++)
        {
            wear.CountChange(new FlashChange(FlashChangeKind.Delete, $"readings-{page}.a"), isNew: false);
            wear.CountChange(new FlashChange(FlashChangeKind.Delete, $"readings-{page}.b"), isNew: false);
        }
    }

    private static void Put(FlashWear wear, string path, int recordLength) => wear.CountWrite(path, 0, recordLength + FrameBytes, recordLength + FrameBytes);
}
