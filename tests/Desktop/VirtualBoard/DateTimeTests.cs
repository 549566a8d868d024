// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Runtime.Native;
using Prosumeter.Simulator.Boards.NanoApi;

namespace Prosumeter.Tests.Boards;

/// <summary>nanoFramework's DateTime on the board's clock.</summary>
[TestClass]
public sealed class DateTimeTests
{
    [TestMethod]
    public void TheClockIsSetByTheFirmware()
    {
        using var board = new TestBoard();
        Assert.IsTrue(Rtc.SetSystemTime(new DateTime(2026, 6, 13, 12, 30, 0)));
        board.Time.AdvanceTo(90_000_000);
        DateTime now = DateTime.UtcNow;
        Assert.AreEqual("2026-06-13 12:31:30", now.ToString("yyyy-MM-dd HH:mm:ss"));
        Assert.AreEqual(now, DateTime.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
        Assert.AreEqual(90.0, (now - new DateTime(2026, 6, 13, 12, 30, 0)).TotalSeconds);
    }
}
