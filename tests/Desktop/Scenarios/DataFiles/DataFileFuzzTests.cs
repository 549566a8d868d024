// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Tests.Scenarios.DataFiles;

/// <summary>Whatever the text, the reader gives data or a reason, and never throws.</summary>
[TestClass]
public sealed class DataFileFuzzTests
{
    private static readonly string[] s_headers =
    [
        "utc_time,load_w,pv_w", "home,utc_time,load_w", "unix_time,load_w", "hour,month,hour_of_day,load_wh,pv_wh", "local_time,pv_w,grid_w", "hour,usd_per_kwh",
    ];

    private static readonly string[] s_fields =
    [
        "0", "1", "-1", "900", "1e28", "1e-28", "79228162514264337593543950335", "", " ", "abc", "2025-06-21T00:00:00Z", "2025-06-21 00:00", "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00", "\u0000", "\uFEFF", "\"1\"", "1,5", "\u0661", "NaN", "2147483648", "23",
    ];

    [TestMethod]
    public void AnyTextIsReadOrRefused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<string>(text => IsReadOrRefused(text ?? string.Empty)));

    [TestMethod]
    public void AnyRowsUnderAGoodHeaderAreReadOrRefused()
    {
        Gen<string> line = Gen.Elements(s_fields).ArrayOf().Select(fields => string.Join(',', fields.Take(6)));
        Gen<string> text = Gen.Elements(s_headers).SelectMany(header => line.ArrayOf().Select(lines => header + "\n" + string.Join('\n', lines)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(text.ToArbitrary(), IsReadOrRefused));
    }

    private static bool IsReadOrRefused(string text)
    {
        bool isRead = DataFileReader.TryRead("x.csv", new StringReader(text), out DataFile? data, out DataError? error);
        return isRead ? data!.Series.All(series => series.Count >= 2 && series.IntervalSeconds > 0) : error!.ToString().Length > 0;
    }
}
