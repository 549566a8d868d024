// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>
    /// Messages as bytes: one CBOR array [version, type, meter, slot, sequence, flags, fields of the type...] in deterministic encoding
    /// (RFC 8949 section 4.2.1). docs/PROTOCOL.md states every field.
    /// </summary>
    public static class MessageCodec
    {
        /// <summary>The schema version we speak.</summary>
        public const int Version = 1;

        /// <summary>The longest message in bytes.</summary>
        public const int MaxMessageLength = 256;

        // No message has more than 23 items, so the array head is one byte.
        private const int ArrayHeadLength = 1;
        private const int HeadItems = 2;

        /// <summary>Writes a message at <paramref name="offset"/>.</summary>
        /// <returns>Its length, or 0 when it does not fit or a field is out of range; the buffer behind the offset may then be partly overwritten.</returns>
        public static int Encode(Message message, byte[] buffer, int offset)
        {
            if (message == null || buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (!Bytes.Fit(buffer, offset, ArrayHeadLength))
            {
                return 0;
            }

            CborWriter writer = new CborWriter(buffer, offset + ArrayHeadLength);
            writer.WriteInteger(Version);
            writer.WriteInteger((int)message.Type);
            CborFieldWriter fields = new CborFieldWriter(writer);
            message.Visit(fields);
            int length = writer.Position - offset;
            if (writer.IsFull || fields.IsOutOfRange || length > MaxMessageLength)
            {
                return 0;
            }

            new CborWriter(buffer, offset).WriteArray(HeadItems + fields.FieldCount);
            return length;
        }

        /// <summary>Reads a message, CBOR or the JSON text that a last will is.</summary>
        /// <returns>Why it was refused; <paramref name="into"/> is then unchanged.</returns>
        public static RefusalReason Decode(byte[] buffer, int offset, int length, Message into)
        {
            if (buffer == null || into == null)
            {
                throw new ArgumentNullException();
            }

            if (MessageJson.IsJson(buffer, offset, length))
            {
                return MessageJson.Read(buffer, offset, length, into);
            }

            if (length > MaxMessageLength)
            {
                return RefusalReason.TooLong;
            }

            RefusalReason reason = Read(new CborReader(buffer, offset, length), into, false);
            return reason != RefusalReason.Taken ? reason : Read(new CborReader(buffer, offset, length), into, true);
        }

        /// <summary>The type of a message, by its first items only.</summary>
        /// <returns>The type, or 0 when they are refused.</returns>
        public static MessageType PeekType(byte[] buffer, int offset, int length)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (MessageJson.IsJson(buffer, offset, length))
            {
                return MessageJson.PeekType(buffer, offset, length);
            }

            CborReader reader = new CborReader(buffer, offset, length);
            reader.ReadArray();
            bool isOurs = reader.ReadInteger() == Version && length <= MaxMessageLength;
            long type = reader.ReadInteger();
            return isOurs && IsKnown(type) ? (MessageType)(int)type : 0;
        }

        /// <summary>True for the number of a message type.</summary>
        internal static bool IsKnown(long type)
        {
            return type >= (int)MessageType.Birth && type <= (int)MessageType.Acknowledgement;
        }

        private static RefusalReason Read(CborReader reader, Message into, bool fills)
        {
            int items = reader.ReadArray();
            RefusalReason reason = ReadHead(reader, into.Type);
            if (reason != RefusalReason.Taken)
            {
                return reason;
            }

            CborFieldReader fields = new CborFieldReader(reader, fills);
            into.Visit(fields);
            if (reader.Reason != RefusalReason.Taken)
            {
                return reader.Reason;
            }

            if (items != HeadItems + fields.FieldCount || !reader.IsAtEnd)
            {
                return RefusalReason.Malformed;
            }

            return fields.IsOutOfRange ? RefusalReason.OutOfRange : RefusalReason.Taken;
        }

        private static RefusalReason ReadHead(CborReader reader, MessageType expected)
        {
            long version = reader.ReadInteger();
            if (reader.Reason == RefusalReason.Taken && version != Version)
            {
                return RefusalReason.UnknownVersion;
            }

            long type = reader.ReadInteger();
            if (reader.Reason != RefusalReason.Taken)
            {
                return reader.Reason;
            }

            return !IsKnown(type) ? RefusalReason.UnknownType : type != (int)expected ? RefusalReason.WrongType : RefusalReason.Taken;
        }
    }
}
