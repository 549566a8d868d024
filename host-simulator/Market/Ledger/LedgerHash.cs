// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The chain: hash(n) = SHA-256(hash(n - 1) | number | slot | account | kind | energy | amount), all integers 64 bit big endian; hash(0) = SHA-256 of the cluster's name.
/// </summary>
internal static class LedgerHash
{
    private const int FieldCount = 6;

    public static byte[] First(string cluster) => SHA256.HashData(Encoding.UTF8.GetBytes(cluster));

    public static byte[] Next(byte[] previous, long number, long slot, LedgerEntry entry)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes + (FieldCount * sizeof(long))];
        previous.CopyTo(bytes);
        Span<byte> fields = bytes[SHA256.HashSizeInBytes..];
        BinaryPrimitives.WriteInt64BigEndian(fields, number);
        BinaryPrimitives.WriteInt64BigEndian(fields[8..], slot);
        BinaryPrimitives.WriteInt64BigEndian(fields[16..], entry.Account);
        BinaryPrimitives.WriteInt64BigEndian(fields[24..], (long)entry.Kind);
        BinaryPrimitives.WriteInt64BigEndian(fields[32..], entry.EnergyMilliwattHours);
        BinaryPrimitives.WriteInt64BigEndian(fields[40..], entry.AmountMicros);
        return SHA256.HashData(bytes);
    }
}
