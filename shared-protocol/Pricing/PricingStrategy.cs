// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Pricing
{
    /// <summary>How a prosumer prices what it sells, between its own cost Q and the price P_m of the operator, with M = (P_m + Q) / 2 (Sabounchi and Wei, eqs. 5 to 8).</summary>
    public enum PricingStrategy
    {
        /// <summary>From Q to below M: sells much at a small margin.</summary>
        Predatory = 1,

        /// <summary>From M to below P_m.</summary>
        Timid = 2,

        /// <summary>P_m and above: sells locally only at P_m; the rest goes to the upper level.</summary>
        Withholding = 3,
    }
}
