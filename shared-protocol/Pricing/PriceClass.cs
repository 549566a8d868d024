// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Pricing
{
    /// <summary>The interval a price lies in; eq. (9) of Sabounchi and Wei is this classification.</summary>
    public enum PriceClass
    {
        /// <summary>Below the cost Q.</summary>
        BelowCost = 0,

        /// <summary>Q to below M.</summary>
        Predatory = 1,

        /// <summary>M to below P_m.</summary>
        Timid = 2,

        /// <summary>P_m and above.</summary>
        Withholding = 3,
    }
}
