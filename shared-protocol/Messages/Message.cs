// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>What every message carries. Objects are reused: the codec fills them, nothing keeps them.</summary>
    public abstract class Message
    {
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
        public abstract MessageType Type { get; }
    }
}
