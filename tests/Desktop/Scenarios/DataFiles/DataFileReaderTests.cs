// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Tests.Scenarios.DataFiles;

[TestClass]
public sealed class DataFileReaderTests
{
    [TestMethod]
    [DataRow("utc_time,load_w,pv_w\n2025-06-21T00:00:00Z,250.5,0\n2025-06-21T00:15:00Z,300,10", DataKind.LoadAndPv, 1_750_464_000L, 250_500L, 0L, 900L, DisplayName = "own form")]
    [DataRow("pv_w,utc_time,load_w\n7,2025-06-21 00:00,250\n9,2025-06-21 01:00,260", DataKind.LoadAndPv, 1_750_464_000L, 250_000L, 7_000L, 3600L, DisplayName = "columns in another order")]
    [DataRow("UTC_Time, load_w\n2025-06-21T02:00:00+02:00, 250\n2025-06-21T02:15:00+02:00, 1", DataKind.Load, 1_750_464_000L, 250_000L, 0L, 900L, DisplayName = "load only, blanks, an offset")]
    [DataRow("utc_time,retail_per_kwh,feed_in_per_kwh\n2025-06-21T00:00:00Z,0.31,0.081\n2025-06-21T01:00:00Z,1,2", DataKind.RetailAndFeedIn, 1_750_464_000L, 310_000L, 81_000L, 3600L, DisplayName = "own prices")]
    [DataRow("hour,month,hour_of_day,load_wh,pv_wh\n0,7,23,2276,0\n1,8,0,851,12", DataKind.LoadAndPv, 1_754_002_800L, 2_276_000L, 0L, 3600L, DisplayName = "hours of a year")]
    [DataRow("hour,usd_per_kwh\n0,0.22\n1,0.5", DataKind.Retail, 1_754_002_800L, 220_000L, 0L, 3600L, DisplayName = "price by hour")]
    [DataRow("unix_time,load_w\n1613343600,733\n1613344500,754", DataKind.Load, 1_613_343_600L, 733_000L, 0L, 900L, DisplayName = "unix time")]
    [DataRow("unix_time,per_unit\n1613343600,0.8837\n1613344500,0", DataKind.PvPerUnit, 1_613_343_600L, 883_700L, 0L, 900L, DisplayName = "PV per unit")]
    [DataRow("unix_time,buy_eur_per_kwh,sell_eur_per_kwh\n1613343600,0.01,0.14\n1613344500,0.01,0.14", DataKind.RetailAndFeedIn, 1_613_343_600L, 140_000L, 10_000L, 900L, DisplayName = "the retailer sells at retail and buys at feed-in")]
    [DataRow("local_time,pv_w,grid_w\n2018-06-10 07:00:00,167.0,19\n2018-06-10 07:01:00,170,-20", DataKind.LoadAndPv, 1_528_614_000L, 186_000L, 167_000L, 60L, DisplayName = "load is PV and grid")]
    public void ReadsEveryForm(string text, DataKind kind, long time, long first, long second, long interval)
    {
        SampleSeries series = Read(text).Series[0];

        Assert.AreEqual(kind, series.Kind);
        Assert.IsTrue(series.TryAt(time, out Sample sample));
        Assert.AreEqual(new Sample(time, first, second), sample);
        Assert.AreEqual(interval, series.IntervalSeconds);
        Assert.AreEqual("x", series.Name);
    }

    [TestMethod]
    [DataRow("", 1, "", "", DisplayName = "an empty file")]
    [DataRow("time,load\n1,2", 1, "", "time,load", DisplayName = "an unknown header")]
    [DataRow("unix_time,load_w,load_w\n1,2,3", 1, "", "unix_time,load_w,load_w", DisplayName = "a column twice")]
    [DataRow("unix_time,load_w\n0,1\n900,abc", 3, "load_w", "abc", DisplayName = "no number")]
    [DataRow("unix_time,load_w\n0,-1", 2, "load_w", "-1", DisplayName = "a negative load")]
    [DataRow("unix_time,load_w\n0,1000001", 2, "load_w", "1000001", DisplayName = "more than a megawatt")]
    [DataRow("unix_time,load_w\n0,Infinity", 2, "load_w", "Infinity", DisplayName = "infinity")]
    [DataRow("unix_time,load_w\n,1", 2, "unix_time", "", DisplayName = "a missing time")]
    [DataRow("unix_time,load_w\n0.5,1", 2, "unix_time", "0.5", DisplayName = "a time within a second")]
    [DataRow("home,utc_time,load_w\n,2025-06-21T00:00:00Z,1", 2, "home", "", DisplayName = "a home without a name")]
    [DataRow("unix_time,load_w\n0,1,2", 2, "", "0,1,2", DisplayName = "a field too many")]
    [DataRow("unix_time,load_w\n900,1\n900,1", 3, "", "900,1", DisplayName = "a time twice")]
    [DataRow("unix_time,load_w\n900,1\n0,1", 3, "", "0,1", DisplayName = "falling time")]
    [DataRow("utc_time,load_w\n21.06.2025,1", 2, "utc_time", "21.06.2025", DisplayName = "a time of another form")]
    [DataRow("utc_time,load_w\n1969-12-31T23:00:00Z,1", 2, "utc_time", "1969-12-31T23:00:00Z", DisplayName = "a time before 1970")]
    [DataRow("unix_time,per_unit\n0,2.5", 2, "per_unit", "2.5", DisplayName = "more than twice the installed power")]
    [DataRow("unix_time,load_w\n0,1", 0, "", "fewer than two rows", DisplayName = "one row")]
    public void BadRowRefusesTheFileAndSaysWhere(string text, int line, string column, string value)
    {
        Assert.IsFalse(DataFileReader.TryRead("dir/x.csv", new StringReader(text), out _, out DataError? error));
        Assert.AreEqual("dir/x.csv", error.File);
        Assert.AreEqual(line, error.Line);
        Assert.AreEqual(column, error.Column);
        Assert.AreEqual(value, error.Value);
        Assert.Contains(value.Length > 0 ? value : "''", error.ToString());
        Assert.IsGreaterThan(5, error.Allowed.Length);
    }

    [TestMethod]
    public void OneFileHoldsSeveralHomes()
    {
        DataFile data = Read("home,utc_time,load_w\na,2025-06-21T00:00:00Z,1\nb,2025-06-21T00:00:00Z,2\na,2025-06-21T01:00:00Z,3\nb,2025-06-21T01:00:00Z,4");

        Assert.HasCount(2, data.Series);
        Assert.AreEqual("b", data.Series[1].Name);
        Assert.AreEqual(4000, data.Series[1].LastAt(long.MaxValue).First);
    }

    [TestMethod]
    [DataRow("null")]
    [DataRow("NaN")]
    [DataRow("")]
    public void AMissingValueLeavesAGap(string missing)
    {
        DataFile data = Read($"unix_time,load_w\n0,1\n900,2\n1800,{missing}\n2700,4\n3600,5");

        Assert.AreEqual(1, data.MissingRows);
        Assert.AreEqual(new DataGap(1800, 2700), data.Series[0].Gaps[0]);
    }

    [TestMethod]
    public void LoadBelowZeroIsTakenAsZeroAndCounted()
    {
        DataFile data = Read("local_time,pv_w,grid_w\n2018-06-10 07:00:00,100,-101\n2018-06-10 07:01:00,100,0");

        Assert.AreEqual(1, data.NegativeLoadRows);
        Assert.AreEqual(0, data.Series[0].LastAt(0).First);
    }

    private static DataFile Read(string text)
    {
        Assert.IsTrue(DataFileReader.TryRead("dir/x.csv", new StringReader(text), out DataFile? data, out DataError? error), error?.ToString());
        return data;
    }
}
