// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Tests.Scenarios.DataFiles;

[TestClass]
public sealed class SampleSeriesTests
{
    private const long Day = 86_400;

    [TestMethod]
    public void SampleHoldsForTheIntervalThenComesAGap()
    {
        SampleSeries series = Series((0, 1), (900, 2), (1800, 3), (9000, 4));

        Assert.IsTrue(series.TryAt(2699, out Sample last));
        Assert.AreEqual(3000, last.First);
        Assert.IsFalse(series.TryAt(2700, out Sample gap));
        Assert.AreEqual(default, gap);
        Assert.IsFalse(series.TryAt(-1, out _));
        Assert.IsTrue(series.TryAt(9899, out _));
        Assert.IsFalse(series.TryAt(9900, out _));
        Assert.AreEqual(new DataGap(2700, 9000), series.Gaps[0]);
        Assert.HasCount(1, series.Gaps);
    }

    [TestMethod]
    public void AnEarlierRowEndsTheOneBefore()
    {
        SampleSeries series = Series((0, 1), (900, 2), (1000, 3), (1900, 4), (2800, 5));

        Assert.IsTrue(series.TryAt(1000, out Sample sample));
        Assert.AreEqual(3000, sample.First);
        Assert.IsEmpty(series.Gaps);
    }

    [TestMethod]
    public void PricesHoldUntilTheyChange()
    {
        SampleSeries series = Series((0, 1), (900, 2), (9000, 4));

        Assert.AreEqual(2000, series.LastAt(8999).First);
        Assert.AreEqual(1000, series.LastAt(-1).First, "before the first row the first row's price holds");
    }

    [TestMethod]
    [DataRow(0, 24, 0, DisplayName = "from midnight")]
    [DataRow(23, 49, 1, DisplayName = "from an hour before midnight")]
    [DataRow(7, 17, 0, DisplayName = "no whole day: the one that is covered most")]
    [DataRow(20, 40, 1, DisplayName = "no whole day, the second is covered more")]
    public void FirstWholeDayIsFound(int fromHour, int toHour, int day)
    {
        StringBuilder text = new("unix_time,load_w\n");
        for (int hour = fromHour; hour < toHour; hour++)
        {
            text.Append(hour * 3600).Append(",1\n");
        }

        Assert.AreEqual(day * Day, Read(text.ToString()).FirstWholeDayUtcSeconds());
    }

    private static SampleSeries Series(params (long Time, int Watts)[] rows)
    {
        StringBuilder text = new("unix_time,load_w\n");
        foreach ((long time, int watts) in rows)
        {
            text.Append(time).Append(',').Append(watts).Append('\n');
        }

        return Read(text.ToString());
    }

    private static SampleSeries Read(string text)
    {
        Assert.IsTrue(DataFileReader.TryRead("x.csv", new StringReader(text), out DataFile? data, out DataError? error), error?.ToString());
        return data.Series[0];
    }
}
