// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>The kinds of messages; the number stands in the payload.</summary>
    public enum MessageType
    {
        /// <summary>A meter has started.</summary>
        Birth = 1,

        /// <summary>Health of a meter; also its last will.</summary>
        State = 2,

        /// <summary>Registers and powers between slot ends.</summary>
        Reading = 3,

        /// <summary>Prices of the market for a slot.</summary>
        Price = 4,

        /// <summary>Offer to sell or to buy in a slot.</summary>
        Bid = 5,

        /// <summary>What a bid was given.</summary>
        Award = 6,

        /// <summary>Registers at the end of a slot.</summary>
        SlotReport = 7,

        /// <summary>Money of a slot.</summary>
        Settlement = 8,

        /// <summary>Order to a meter.</summary>
        Command = 9,

        /// <summary>Answer to a message: taken, or refused with a reason.</summary>
        Acknowledgement = 10,
    }
}
