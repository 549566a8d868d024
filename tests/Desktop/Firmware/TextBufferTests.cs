// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Console;

namespace Prosumeter.Tests.Firmware;

/// <summary>Bounded text on its way to the console.</summary>
[TestClass]
public sealed class TextBufferTests
{
    [TestMethod]
    [DataRow(0L, 3, "0.000")]
    [DataRow(5L, 3, "0.005")]
    [DataRow(-5L, 3, "-0.005")]
    [DataRow(1234567L, 6, "1.234567")]
    [DataRow(-123456L, 3, "-123.456")]
    [DataRow(1000000000000000L, 6, "1000000000.000000")]
    public void ScaledNumbers(long number, int decimals, string expected)
    {
        Assert.AreEqual(expected, TextBuffer.Scaled(number, decimals));
    }

    [TestMethod]
    public void ColumnsStartAtTheLine()
    {
        var buffer = new TextBuffer();
        buffer.Add("a").Column(4).Add("b").Line().Add("cc").Column(4).Add("d").Line();
        Assert.AreEqual("a   b\ncc  d\n", buffer.TakeText(100));
    }

    [TestMethod]
    public void FullTextSaysSoAtItsEnd()
    {
        var buffer = new TextBuffer();
        buffer.Add(new string('x', 2 * TextBuffer.Capacity));
        string text = Drain(buffer);
        Assert.AreEqual(TextBuffer.Capacity, text.Length);
        Assert.AreEqual(new string('x', TextBuffer.Capacity - 5) + "...\r\n", text);
        buffer.Add("again");
        Assert.AreEqual("again", Drain(buffer));
    }

    [TestMethod]
    public void WhatIsTakenMakesRoom()
    {
        var buffer = new TextBuffer();
        var expected = new StringBuilder();
        var got = new StringBuilder();
        byte[] chunk = new byte[64];
        for (int i = 0; i < 2000; i++)
        {
            string piece = i + ";";
            buffer.Add(piece);
            expected.Append(piece);
            got.Append(Encoding.ASCII.GetString(chunk, 0, buffer.Take(chunk)));
        }

        Assert.AreEqual(expected.ToString(), got.ToString());
    }

    private static string Drain(TextBuffer buffer)
    {
        var text = new StringBuilder();
        byte[] chunk = new byte[64];
        for (int taken = buffer.Take(chunk); taken > 0; taken = buffer.Take(chunk))
        {
            text.Append(Encoding.ASCII.GetString(chunk.AsSpan(0, taken)));
        }

        return text.ToString();
    }
}
