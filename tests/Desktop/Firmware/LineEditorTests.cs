// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Console;

namespace Prosumeter.Tests.Firmware;

/// <summary>Lines from what terminals send.</summary>
[TestClass]
public sealed class LineEditorTests
{
    private readonly TextBuffer _echo = new();

    [TestMethod]
    [DataRow("status\r")]
    [DataRow("status\n")]
    [DataRow("status\r\n")]
    [DataRow("  status \r\n")]
    [DataRow("stax\btus\r")]
    [DataRow("stax\u007Ftus\r")]
    [DataRow("\u001B[Asta\u001B[1;5Dtus\u001BOP\r")]
    [DataRow("rubbish\u0003status\r")]
    [DataRow("rubbish\u0015status\r")]
    [DataRow("\u00FF\u0003status\r")]
    public void OneLine(string typed)
    {
        CollectionAssert.AreEqual(new[] { "status" }, Lines(typed).FindAll(line => line.Length > 0));
    }

    [TestMethod]
    public void CarriageReturnAndLineFeedEndOneLine()
    {
        CollectionAssert.AreEqual(new[] { "a", "b", "", "c" }, Lines("a\r\nb\r\n\r\nc\r\n"));
        CollectionAssert.AreEqual(new[] { "a", "", "b" }, Lines("a\n\nb\n"));
    }

    [TestMethod]
    public void EchoErasesOnTheScreen()
    {
        Lines("ab\b\b\bc\r");
        Assert.AreEqual("ab\b \b\b \bc\n", _echo.TakeText(100));
    }

    [TestMethod]
    public void ALineOf80CharactersIsTakenAndOneOf81Refused()
    {
        CollectionAssert.AreEqual(new[] { new string('x', 80) }, Lines(new string('x', 80) + "\r"));
        _echo.Clear();
        CollectionAssert.AreEqual(new[] { "" }, Lines(new string('x', 81) + "\r"));
        StringAssert.Contains(_echo.TakeText(TextBuffer.Capacity), "nothing was done");
        CollectionAssert.AreEqual(new[] { "ok" }, Lines("ok\r"), "the line behind is taken");
    }

    /// <summary>A character that the line cannot hold is not left out of it: it would be another line.</summary>
    [TestMethod]
    public void ALineThatIsNotAsciiIsRefused()
    {
        CollectionAssert.AreEqual(new[] { "", "ok" }, Lines(Encoding.UTF8.GetBytes("config set broker-password Schl\u00FCssel\rok\r")));
        StringAssert.Contains(_echo.TakeText(TextBuffer.Capacity), "all ASCII: nothing was done");
    }

    /// <summary>Any bytes: never an exception, and lines are short and printable.</summary>
    [TestMethod]
    public void AnyBytes()
    {
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes => Lines(bytes).TrueForAll(line => line.Length <= LineEditor.LongestLine && !line.AsSpan().ContainsAnyExceptInRange(' ', '~'))));
    }

    private List<string> Lines(string typed)
    {
        return Lines(Encoding.Latin1.GetBytes(typed));
    }

    private List<string> Lines(byte[] typed)
    {
        var editor = new LineEditor(_echo);
        var lines = new List<string>();
        foreach (byte b in typed)
        {
            string line = editor.Accept(b);
            if (line is not null)
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
