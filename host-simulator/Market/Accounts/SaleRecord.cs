// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;

namespace Prosumeter.Simulator.Market;

/// <summary>How well a meter has delivered what it sold.</summary>
internal sealed class SaleRecord
{
    private const int FullPermille = 1000;
    private long _soldMilliwattHours;
    private long _deliveredMilliwattHours;

    /// <summary>Share of the sold energy that was exported, in per mille; 1000 before the first sale.</summary>
    public int DeliveredPermille => _soldMilliwattHours == 0 ? FullPermille : (int)((Int128)_deliveredMilliwattHours * FullPermille / _soldMilliwattHours);

    /// <summary>Counts a settled period.</summary>
    public void Count(MeterSettlement settlement)
    {
        long sold = settlement.Position.SoldMilliwattHours;
        _soldMilliwattHours += sold;
        _deliveredMilliwattHours += Math.Min(sold, settlement.Metered.ExportMilliwattHours);
    }

    /// <summary>Writes it.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_soldMilliwattHours);
        writer.Write(_deliveredMilliwattHours);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        _soldMilliwattHours = reader.ReadInt64();
        _deliveredMilliwattHours = reader.ReadInt64();
    }
}
