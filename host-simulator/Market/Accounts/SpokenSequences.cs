// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using Prosumeter.Messages;

namespace Prosumeter.Simulator.Market;

/// <summary>How many messages of each type the market has said to one receiver.</summary>
internal sealed class SpokenSequences
{
    private readonly int[] _last = new int[(int)MessageType.Acknowledgement + 1];

    /// <summary>The sequence of the next message of a type.</summary>
    public int Next(MessageType type) => ++_last[(int)type];

    /// <summary>Writes them.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (int last in _last)
        {
            writer.Write7BitEncodedInt(last);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        for (int type = 0; type < _last.Length; type++)
        {
            _last[type] = reader.Read7BitEncodedInt();
        }
    }
}
