// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Reports;

namespace Prosumeter.Tests.Studies.Reports;

[TestClass]
public sealed class HtmlReportTests
{
    [TestMethod]
    [DataRow("0.85", true)]
    [DataRow("-3", true)]
    [DataRow("12.1 %", true)]
    [DataRow("-0.48 ± 0.20", true)]
    [DataRow("0.83 to 0.87", true)]
    [DataRow("15 min +50 %", false)]
    [DataRow("5-minute reports", false)]
    [DataRow("5:30-7:00", false)]
    [DataRow("", false)]
    public void OnlyNumbersStandToTheRight(string cell, bool isNumber)
    {
        string page = new HtmlReport("title").Table(["column"], [[cell]]).ToString();
        Assert.AreEqual(isNumber, page.Contains("<td class=\"number\">", System.StringComparison.Ordinal));
    }
}
