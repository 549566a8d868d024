// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.IO;

namespace Prosumeter.Simulator.Market;

/// <summary>What a meter holds in slots that are not settled yet.</summary>
internal sealed class OpenPositions
{
    // Seldom more than two, and almost always opened in order: sorted arrays need no memory for an opening.
    private readonly SortedList<int, Position> _bySlot = [];

    /// <summary>Takes what the meter got in a slot's auction.</summary>
    public void Open(int slot, Position position) => _bySlot[slot] = position;

    /// <summary>What the meter holds in one slot.</summary>
    public Position Of(int slot) => _bySlot.GetValueOrDefault(slot);

    /// <summary>The sum of all up to a slot.</summary>
    public Position Until(int slot)
    {
        Position sum = default;
        for (int place = 0; place < _bySlot.Count && _bySlot.GetKeyAtIndex(place) <= slot; place++)
        {
            sum += _bySlot.GetValueAtIndex(place);
        }

        return sum;
    }

    /// <summary>Closes all up to a slot.</summary>
    public void Close(int slot)
    {
        while (_bySlot.Count > 0 && _bySlot.GetKeyAtIndex(0) <= slot)
        {
            _bySlot.RemoveAt(0);
        }
    }

    /// <summary>Writes it.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_bySlot.Count);
        foreach ((int slot, Position position) in _bySlot)
        {
            writer.Write(slot);
            writer.Write(position.SoldMilliwattHours);
            writer.Write(position.BoughtMilliwattHours);
            writer.Write(position.ReceivedMicros);
            writer.Write(position.PaidMicros);
            writer.Write(position.TaxMicros);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            Open(
                reader.ReadInt32(),
                new Position(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64()));
        }
    }
}
