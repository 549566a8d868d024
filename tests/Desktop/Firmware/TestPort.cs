// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Text;
using Prosumeter.Hal;

namespace Prosumeter.Tests.Firmware;

/// <summary>A serial line whose other end is the test.</summary>
internal sealed class TestPort : IConsolePort
{
    private readonly Queue<byte> _input = new();
    private readonly StringBuilder _output = new();

    public bool HasInput => _input.Count > 0;

    public void Type(string text)
    {
        foreach (byte b in Encoding.Latin1.GetBytes(text))
        {
            _input.Enqueue(b);
        }
    }

    public string TakeText()
    {
        string text = _output.ToString();
        _output.Clear();
        return text;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(count, _input.Count);
        for (int i = 0; i < read; i++)
        {
            buffer[offset + i] = _input.Dequeue();
        }

        return read;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        _output.Append(Encoding.Latin1.GetString(buffer, offset, count));
    }
}
