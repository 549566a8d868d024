// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Studies.Detection;

namespace Prosumeter.Tests.Studies.Detection;

[TestClass]
public sealed class SlotReportDetectorTests
{
    private readonly SlotReportDetector _detector = new([7, 8], 900, new DetectorSettings());

    [TestMethod]
    public void EnergyIsTheDifferenceOfTwoReports()
    {
        Assert.IsTrue(_detector.Take(Report(7, 100, 5_000_000, 1_000_000)));
        _detector.Take(Report(8, 100, 0, 0));
        _detector.Take(Report(7, 101, 5_300_000, 1_100_000));
        _detector.Take(Report(8, 101, 0, 250_000));
        SlotFinding finding = _detector.Close(101)!;
        Assert.AreEqual((1, 5), (finding.Day, finding.Slot));
        Assert.AreEqual(0.2, finding.Meters[0].NetImportKwh, 1e-6);
        Assert.AreEqual(-0.25, finding.Meters[1].NetImportKwh, 1e-6);
    }

    [TestMethod]
    public void EnergyOfALostReportIsUnknownAndNotBookedElsewhere()
    {
        _detector.Take(Report(7, 100, 0, 0));
        _detector.Take(Report(7, 102, 900_000, 0));
        Assert.IsTrue(double.IsNaN(_detector.Close(101)!.Meters[0].NetImportKwh));
        Assert.IsTrue(double.IsNaN(_detector.Close(102)!.Meters[0].NetImportKwh));
        _detector.Take(Report(7, 103, 1_000_000, 0));
        Assert.AreEqual(0.1, _detector.Close(103)!.Meters[0].NetImportKwh, 1e-6);
    }

    [TestMethod]
    public void RegistersThatWentBackSayNothing()
    {
        _detector.Take(Report(7, 100, 900_000, 0));
        _detector.Take(Report(7, 101, 0, 0));
        Assert.IsTrue(double.IsNaN(_detector.Close(101)!.Meters[0].NetImportKwh));
    }

    [TestMethod]
    public void OldRepeatedAndForeignReportsAreNotTaken()
    {
        _detector.Take(Report(7, 100, 0, 0));
        Assert.IsFalse(_detector.Take(Report(7, 100, 1, 0)));
        Assert.IsFalse(_detector.Take(Report(7, 99, 0, 0)));
        Assert.IsFalse(_detector.Take(Report(9, 101, 0, 0)));
    }

    [TestMethod]
    public void ShortSlotsAreJudgedAQuarterOfAnHourAtATime()
    {
        SlotReportDetector fine = new([7], 300, new DetectorSettings());
        for (int slot = 2; slot < 9; slot++)
        {
            fine.Take(Report(7, slot, slot * 10_000L, 0));
        }

        Assert.IsNull(fine.Close(3));
        Assert.IsNull(fine.Close(4));
        SlotFinding quarter = fine.Close(5)!;
        Assert.AreEqual(1, quarter.Slot);
        Assert.AreEqual(0.03, quarter.Meters[0].NetImportKwh, 1e-6);
        Assert.ThrowsExactly<ArgumentException>(() => fine.Close(5));
    }

    private static SlotReport Report(int meter, int slot, long import, long export) =>
        new() { Meter = meter, Slot = slot, ImportMilliwattHours = import, ExportMilliwattHours = export };
}
