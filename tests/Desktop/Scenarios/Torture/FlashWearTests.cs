// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Journal;
using Prosumeter.Simulator.Boards;
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

    /// <summary>Over a year the blocks are worn evenly: the directory's pair moves, and so do the pages of the outbox.</summary>
    [TestMethod]
    public void AYearOfWritesWearsAllBlocksAlike()
    {
        const int Days = 365;
        const int CommitsADay = 11_440;
        const int PagesADay = 210;
        const int RecordBytes = RegisterJournal.RecordLength + 14;
        using var board = new VirtualBoard(new VirtualBoardOptions { Time = new LogicalTime(0) });
        VirtualFlash flash = board.Flash;
        byte[] record = new byte[RecordBytes];
        byte[] page = new byte[1_003];
        for (int commit = 0; commit < Days * CommitsADay; commit++)
        {
            Put(flash, commit % 2 == 0 ? @"I:\registers.a" : @"I:\registers.b", record);
            if (commit % (CommitsADay / PagesADay) == 0)
            {
                Put(flash, $@"I:\outbox-{commit / (CommitsADay / PagesADay) / 12 % 16}.{(commit % 2 == 0 ? 'a' : 'b')}", page);
            }
        }

        double mean = (double)flash.Wear.ErasedBlocks / Blocks;
        double years = CyclesPerBlock / (double)flash.Wear.MostErasesOfABlock;
        TestContext.WriteLine($"{flash.Wear.ErasedBlocks / Days} erases a day, mean {mean:0}, most {flash.Wear.MostErasesOfABlock} erases of a block in a year: {years:0.0} years");
        Assert.IsLessThan(1.35, flash.Wear.MostErasesOfABlock / mean);
        Assert.IsGreaterThan(20, years);
    }

    private static void Put(VirtualFlash flash, string path, byte[] data)
    {
        flash.Create(path);
        flash.Write(path, 0, data);
    }
}
