// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Storage
{
    /// <summary>The sharing ratios of a prosumer: X_u, above which it sells, and X_d, below which it buys, as shares of the storage capacity. An invalid pair cannot be built.</summary>
    public sealed class SharingRatios
    {
        private const int Whole = 1000;

        private SharingRatios(int sellAbovePermille, int buyBelowPermille)
        {
            SellAbovePermille = sellAbovePermille;
            BuyBelowPermille = buyBelowPermille;
        }

        /// <summary>X_u in per mille.</summary>
        public readonly int SellAbovePermille;

        /// <summary>X_d in per mille.</summary>
        public readonly int BuyBelowPermille;

        /// <summary>True when 0 &lt;= X_d &lt;= X_u &lt;= 1000.</summary>
        public static bool IsValid(int sellAbovePermille, int buyBelowPermille)
        {
            return buyBelowPermille >= 0 && buyBelowPermille <= sellAbovePermille && sellAbovePermille <= Whole;
        }

        /// <summary>The pair, or null when it is not valid.</summary>
        public static SharingRatios Of(int sellAbovePermille, int buyBelowPermille)
        {
            return IsValid(sellAbovePermille, buyBelowPermille) ? new SharingRatios(sellAbovePermille, buyBelowPermille) : null;
        }
    }
}
