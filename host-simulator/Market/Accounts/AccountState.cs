// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;

namespace Prosumeter.Simulator.Market;

/// <summary>Writes accounts into the ledger's file and reads them back after a restart.</summary>
internal static class AccountState
{
    private const int None = -1;

    /// <summary>The account of a meter.</summary>
    public static StoredAccount Save(MeterAccount account) => new(account.Meter, account.BalanceMicros, Written(writer =>
    {
        writer.Write(account.ReportedSlot ?? None);
        account.Registers.Save(writer);
        writer.Write(account.BootCount ?? None);
        writer.Write(account.StorageCapacityMilliwattHours);
        account.Sales.Save(writer);
        account.Positions.Save(writer);
        account.Reports.Save(writer);
        account.Spoken.Save(writer);
    }));

    /// <summary>Reads the account of a meter.</summary>
    public static void Load(StoredAccount stored, MeterAccount account)
    {
        using BinaryReader reader = new(new MemoryStream(stored.State));
        account.BalanceMicros = stored.BalanceMicros;
        account.ReportedSlot = Optional(reader.ReadInt32());
        account.Registers = MeteredEnergy.Load(reader);
        account.BootCount = Optional(reader.ReadInt32());
        account.StorageCapacityMilliwattHours = reader.ReadInt64();
        account.Sales.Load(reader);
        account.Positions.Load(reader);
        account.Reports.Load(reader);
        account.Spoken.Load(reader);
    }

    /// <summary>The operator's account, and how far the market has come.</summary>
    public static StoredAccount Save(OperatorAccount account) => new(OperatorAccount.Number, account.BalanceMicros, Written(writer =>
    {
        writer.Write(account.SoldMilliwattHours);
        writer.Write(account.BoughtMilliwattHours);
        writer.Write(account.RetailMicros);
        writer.Write(account.FeedInMicros);
        writer.Write(account.TaxMicros);
        writer.Write(account.AnnouncedSlot);
        writer.Write(account.ClearedSlot);
        writer.Write(account.SharedSlot);
        account.Spoken.Save(writer);
    }));

    /// <summary>Reads the operator's account.</summary>
    public static void Load(StoredAccount stored, OperatorAccount account)
    {
        using BinaryReader reader = new(new MemoryStream(stored.State));
        account.BalanceMicros = stored.BalanceMicros;
        account.SoldMilliwattHours = reader.ReadInt64();
        account.BoughtMilliwattHours = reader.ReadInt64();
        account.RetailMicros = reader.ReadInt64();
        account.FeedInMicros = reader.ReadInt64();
        account.TaxMicros = reader.ReadInt64();
        account.AnnouncedSlot = reader.ReadInt32();
        account.ClearedSlot = reader.ReadInt32();
        account.SharedSlot = reader.ReadInt32();
        account.Spoken.Load(reader);
    }

    private static int? Optional(int value) => value == None ? null : value;

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
