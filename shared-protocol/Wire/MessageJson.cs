// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>
    /// Messages as JSON text in ASCII: one flat object with "version", "type" (the verb of the topic) and the fields by name, numbers where CBOR has numbers.
    /// It is the form of the last will, which the MQTT library takes as a string, of the mirror topics, and of commands typed by people.
    /// </summary>
    public static class MessageJson
    {
        /// <summary>The longest text in bytes.</summary>
        public const int MaxTextLength = 768;

        private const string VersionName = "version";
        private const string TypeName = "type";
        private const int HeadMembers = 2;
        private const int LongestVerb = 16;

        /// <summary>Writes a message at <paramref name="offset"/>.</summary>
        /// <returns>Its length, or 0 when it does not fit or a field is out of range; the buffer behind the offset may then be partly overwritten.</returns>
        public static int Write(Message message, byte[] buffer, int offset)
        {
            if (message == null || buffer == null)
            {
                throw new ArgumentNullException();
            }

            JsonFieldWriter writer = new JsonFieldWriter(buffer, offset);
            writer.Int(VersionName, MessageCodec.Version, MessageCodec.Version, MessageCodec.Version);
            writer.Text(TypeName, Topics.VerbOf(message.Type), LongestVerb, false);
            message.Visit(writer);
            writer.Close();
            int length = writer.Position - offset;
            return writer.HasFailed || length > MaxTextLength ? 0 : length;
        }

        /// <summary>Reads a message; members may come in any order, but each exactly once and no other.</summary>
        /// <returns>Why it was refused; <paramref name="into"/> is then unchanged.</returns>
        public static RefusalReason Read(byte[] buffer, int offset, int length, Message into)
        {
            if (buffer == null || into == null)
            {
                throw new ArgumentNullException();
            }

            if (length > MaxTextLength)
            {
                return RefusalReason.TooLong;
            }

            JsonReader reader = new JsonReader(buffer, offset, length);
            RefusalReason reason = ReadHead(reader, into.Type);
            if (reason == RefusalReason.Taken)
            {
                reason = ReadFields(reader, into, false);
            }

            return reason != RefusalReason.Taken ? reason : ReadFields(reader, into, true);
        }

        /// <summary>True when the first byte begins a JSON object; no CBOR message begins with it.</summary>
        public static bool IsJson(byte[] buffer, int offset, int length)
        {
            return buffer != null && length > 0 && Bytes.Fit(buffer, offset, length) && buffer[offset] == '{';
        }

        /// <summary>The type of a message.</summary>
        /// <returns>The type, or 0 when the text is refused.</returns>
        public static MessageType PeekType(byte[] buffer, int offset, int length)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (length > MaxTextLength)
            {
                return 0;
            }

            JsonReader reader = new JsonReader(buffer, offset, length);
            bool isOurs = reader.Integer(VersionName) == MessageCodec.Version;
            string verb = reader.Text(TypeName, LongestVerb);
            return isOurs && verb != null ? Topics.TypeOf(verb) : 0;
        }

        private static RefusalReason ReadHead(JsonReader reader, MessageType expected)
        {
            long version = reader.Integer(VersionName);
            if (reader.Reason == RefusalReason.Taken && version != MessageCodec.Version)
            {
                return RefusalReason.UnknownVersion;
            }

            string verb = reader.Text(TypeName, LongestVerb);
            if (reader.Reason != RefusalReason.Taken)
            {
                return reader.Reason;
            }

            MessageType type = Topics.TypeOf(verb);
            return type == 0 ? RefusalReason.UnknownType : type != expected ? RefusalReason.WrongType : RefusalReason.Taken;
        }

        private static RefusalReason ReadFields(JsonReader reader, Message into, bool fills)
        {
            JsonFieldReader fields = new JsonFieldReader(reader, fills);
            into.Visit(fields);
            if (reader.Reason != RefusalReason.Taken)
            {
                return reader.Reason;
            }

            if (reader.MemberCount != HeadMembers + fields.FieldCount)
            {
                return RefusalReason.Malformed;
            }

            return fields.IsOutOfRange ? RefusalReason.OutOfRange : RefusalReason.Taken;
        }
    }
}
