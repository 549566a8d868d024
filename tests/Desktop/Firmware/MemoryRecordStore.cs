// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Hal;

namespace Prosumeter.Tests.Firmware;

/// <summary>Records in memory.</summary>
internal sealed class MemoryRecordStore : IRecordStore
{
    private readonly Dictionary<string, byte[]> _records = [];

    public bool Refuses { get; set; }

    public int WriteCount { get; private set; }

    public int CorruptedCount => 0;

    public int Count => _records.Count;

    public bool Write(string name, byte[] buffer, int length)
    {
        WriteCount++;
        if (!Refuses)
        {
            _records[name] = buffer[..length];
        }

        return !Refuses;
    }

    public void Delete(string name)
    {
        if (!Refuses)
        {
            _records.Remove(name);
        }
    }

    public int Read(string name, byte[] buffer)
    {
        if (!_records.TryGetValue(name, out byte[]? record) || record.Length > buffer.Length)
        {
            return -1;
        }

        record.CopyTo(buffer, 0);
        return record.Length;
    }
}
