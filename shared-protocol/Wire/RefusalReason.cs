// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Wire
{
    /// <summary>Why something that came from outside was refused. A refusal changes nothing; the number travels in an acknowledgement.</summary>
    public enum RefusalReason
    {
        /// <summary>It was taken.</summary>
        Taken = 0,

        /// <summary>It is not what the format says: wrong item, missing or surplus field, bytes after the end.</summary>
        Malformed = 1,

        /// <summary>It is longer than the format allows.</summary>
        TooLong = 2,

        /// <summary>It ends before it is complete.</summary>
        Truncated = 3,

        /// <summary>Its schema version is not one of ours.</summary>
        UnknownVersion = 4,

        /// <summary>Its type number is not one of ours.</summary>
        UnknownType = 5,

        /// <summary>A field is outside the range docs/PROTOCOL.md gives it.</summary>
        OutOfRange = 6,

        /// <summary>It is about a slot too far ahead.</summary>
        FromFuture = 7,

        /// <summary>It is about a slot that is over, or older than the receiver remembers.</summary>
        FromPast = 8,

        /// <summary>It was taken before.</summary>
        Repeated = 9,

        /// <summary>It is CBOR, but not the deterministic encoding (RFC 8949 section 4.2.1).</summary>
        NotCanonical = 10,

        /// <summary>It is a good message of another type than the one asked for.</summary>
        WrongType = 11,

        /// <summary>Its checksum does not fit its content.</summary>
        BadChecksum = 12,

        /// <summary>It answers a bid that was not made.</summary>
        NoBid = 13,

        /// <summary>It came after the gate of its slot had closed.</summary>
        GateClosed = 14,

        /// <summary>A register would fall, but registers only rise.</summary>
        WouldFall = 15,

        /// <summary>A command needs the PIN first, or the PIN was wrong.</summary>
        NotPermitted = 16,

        /// <summary>A command was not done; the text says why.</summary>
        NotDone = 17,

        /// <summary>It comes from a meter that the market does not know.</summary>
        UnknownMeter = 18,

        /// <summary>It asks a lower price than the energy costs.</summary>
        BelowCost = 19,

        /// <summary>It sells more energy than the storage of its meter holds.</summary>
        ExceedsStorage = 20,
    }
}
