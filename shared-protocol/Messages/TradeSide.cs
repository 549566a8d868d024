// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Which way energy goes.</summary>
    public enum TradeSide
    {
        /// <summary>The meter exports.</summary>
        Sell = 1,

        /// <summary>The meter imports.</summary>
        Buy = 2,
    }
}
