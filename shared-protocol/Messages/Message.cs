// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>What every message carries. Objects are reused: the codec fills them, nothing keeps them.</summary>
    public abstract class Message
    {
        /// <summary>The highest amount of money in micro-units, of either sign: a thousand million units.</summary>
        public const long HighestAmountMicros = 1_000_000_000_000_000;

        private const int ReplayFlag = 1;
        private const int UnsynchronisedFlag = 2;

        /// <summary>The meter that speaks or is spoken to, 1 to 2147483647; 0 is the market itself.</summary>
        public int Meter;

        /// <summary>The slot the message is about: UTC seconds divided by the slot length; 0 where it is about none.</summary>
        public int Slot;

        /// <summary>Rises by one with every message of this sender and type; receivers see gaps and repeats by it.</summary>
        public int Sequence;

        /// <summary>True when it is sent again from the outbox or on request.</summary>
        public bool IsReplay;

        /// <summary>True when the sender's clock had not been synchronised.</summary>
        public bool IsUnsynchronised;

        /// <summary>The kind of message.</summary>
        public readonly MessageType Type;

        /// <summary>A message of a kind.</summary>
        protected Message(MessageType type)
        {
            Type = type;
        }

        /// <summary>Shows every field after version and type to <paramref name="visitor"/>, in the order of the wire.</summary>
        public void Visit(FieldVisitor visitor)
        {
            Meter = visitor.Count("meter", Meter);
            Slot = visitor.Count("slot", Slot);
            Sequence = visitor.Count("sequence", Sequence);
            int flags = (IsReplay ? ReplayFlag : 0) | (IsUnsynchronised ? UnsynchronisedFlag : 0);
            flags = visitor.Int("flags", flags, 0, ReplayFlag | UnsynchronisedFlag);
            IsReplay = (flags & ReplayFlag) != 0;
            IsUnsynchronised = (flags & UnsynchronisedFlag) != 0;
            VisitFields(visitor);
        }

        /// <summary>Shows the fields of this type to <paramref name="visitor"/>.</summary>
        protected abstract void VisitFields(FieldVisitor visitor);
    }
}
