// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Trading
{
    /// <summary>Why the controller made the bid it made, or none.</summary>
    public enum DecisionReason
    {
        /// <summary>Nothing was decided yet.</summary>
        NotDecided = 0,

        /// <summary>The storage can spare energy: an ask.</summary>
        Sells = 1,

        /// <summary>The storage is below X_d: a bid.</summary>
        Buys = 2,

        /// <summary>Between X_d and X_u with a falling balance: no bid.</summary>
        Holds = 3,

        /// <summary>In state Sell, but nothing is tradable: no bid.</summary>
        NothingTradable = 4,

        /// <summary>The strategy has no price at this cost and retail price, or buying has none: no bid.</summary>
        NoPossiblePrice = 5,

        /// <summary>The market has not told its price: no bid.</summary>
        NoMarketPrice = 6,

        /// <summary>The state of charge is not known: no bid.</summary>
        NoStateOfCharge = 7,

        /// <summary>The Q-table says sync and it is allowed: no bid.</summary>
        Syncs = 8,

        /// <summary>No aggregator is heard: no bid, self-consumption.</summary>
        Alone = 9,

        /// <summary>The settings are not valid: no bid, self-consumption.</summary>
        InvalidSettings = 10,

        /// <summary>The slot has started or is over: no bid.</summary>
        SlotStarted = 11,
    }
}
