// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The chain: hash(n) = SHA-256(hash(n - 1) | number | slot | account | kind | energy | amount | message), all integers 64 bit big endian; hash(0) = SHA-256 of the
/// cluster's name.
/// </summary>
internal static class LedgerHash
{
    private const int FieldCount = 6;
    private const int HeadLength = SHA256.HashSizeInBytes + (FieldCount * sizeof(long));

    public static byte[] First(string cluster) => SHA256.HashData(Encoding.UTF8.GetBytes(cluster));

    public static byte[] Next(byte[] previous, long number, LedgerRecord record)
    {
        byte[] bytes = new byte[HeadLength + record.Message.Length];
        previous.CopyTo(bytes, 0);
        Span<byte> fields = bytes.AsSpan(SHA256.HashSizeInBytes);
        BinaryPrimitives.WriteInt64BigEndian(fields, number);
        BinaryPrimitives.WriteInt64BigEndian(fields[8..], record.Slot);
        BinaryPrimitives.WriteInt64BigEndian(fields[16..], record.Entry.Account);
        BinaryPrimitives.WriteInt64BigEndian(fields[24..], (long)record.Entry.Kind);
        BinaryPrimitives.WriteInt64BigEndian(fields[32..], record.Entry.EnergyMilliwattHours);
        BinaryPrimitives.WriteInt64BigEndian(fields[40..], record.Entry.AmountMicros);
        record.Message.CopyTo(bytes, HeadLength);
        return SHA256.HashData(bytes);
    }
}
