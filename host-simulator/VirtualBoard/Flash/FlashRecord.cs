// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>
/// One change as bytes, little endian: u32 length of the body; body; u32 CRC-32C of the body.
/// Body: u8 kind; u8 length of path, path; u8 length of target, target (UTF-8); i32 position; data up to the end.
/// </summary>
internal static class FlashRecord
{
    private const int Overhead = 8;
    private const int FixedBody = 7;

    // No ESP32 module has more flash.
    private const int LargestPosition = 16 * 1024 * 1024;

    internal static byte[] Encode(in FlashChange change)
    {
        byte[] path = Encoding.UTF8.GetBytes(change.Path);
        byte[] target = Encoding.UTF8.GetBytes(change.Target);
        int bodyLength = FixedBody + path.Length + target.Length + change.Data.Length;
        byte[] record = new byte[bodyLength + Overhead];
        BinaryPrimitives.WriteInt32LittleEndian(record, bodyLength);
        Span<byte> body = record.AsSpan(4, bodyLength);
        body[0] = (byte)change.Kind;
        int at = PutName(body, 1, path);
        at = PutName(body, at, target);
        BinaryPrimitives.WriteInt32LittleEndian(body[at..], change.Position);
        change.Data.CopyTo(body[(at + 4)..]);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(4 + bodyLength), Crc32C(body));
        return record;
    }

    /// <summary>Reads the record at the beginning of the bytes.</summary>
    /// <returns>Its length, or 0 when it is cut short or damaged.</returns>
    internal static int Decode(ReadOnlySpan<byte> bytes, out FlashChange change)
    {
        change = default;
        int bodyLength = bytes.Length >= Overhead ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : -1;
        if (bodyLength < FixedBody || bodyLength > bytes.Length - Overhead)
        {
            return 0;
        }

        ReadOnlySpan<byte> body = bytes.Slice(4, bodyLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 + bodyLength)..]) != Crc32C(body))
        {
            return 0;
        }

        return TryDecodeBody(body, out change) ? bodyLength + Overhead : 0;
    }

    // The checksum was right, so only a file made on purpose can be wrong here.
    private static bool TryDecodeBody(ReadOnlySpan<byte> body, out FlashChange change)
    {
        change = default;
        if (!TryTakeName(body, 1, out string path, out int at)
            || !TryTakeName(body, at, out string target, out at)
            || at + 4 > body.Length)
        {
            return false;
        }

        var kind = (FlashChangeKind)body[0];
        int position = BinaryPrimitives.ReadInt32LittleEndian(body[at..]);
        change = new FlashChange(kind, path, target, position, body[(at + 4)..]);
        return Enum.IsDefined(kind) && position is >= 0 and <= LargestPosition;
    }

    private static int PutName(Span<byte> body, int at, byte[] name)
    {
        body[at] = (byte)name.Length;
        name.CopyTo(body[(at + 1)..]);
        return at + 1 + name.Length;
    }

    private static bool TryTakeName(ReadOnlySpan<byte> body, int at, out string name, out int end)
    {
        name = string.Empty;
        end = at < body.Length ? at + 1 + body[at] : int.MaxValue;
        bool isInside = end <= body.Length;
        if (isInside)
        {
            name = Encoding.UTF8.GetString(body[(at + 1)..end]);
        }

        return isInside;
    }

    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
