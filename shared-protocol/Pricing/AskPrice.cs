// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Pricing
{
    /// <summary>The price of an ask. All prices in micro-units per kWh.</summary>
    public static class AskPrice
    {
        /// <summary>What <see cref="Of"/> gives when the strategy has no price: nothing is offered then, never at price 0.</summary>
        public const int NoOffer = -1;

        private const int Whole = 1000;

        /// <summary>
        /// The price of a strategy at a level of its interval: predatory Q + level (M - Q), timid M + level (P_m - M), withholding P_m (1 + level),
        /// rounded down to a whole micro-unit, but for timid not below M.
        /// </summary>
        /// <param name="strategy">The declared strategy.</param>
        /// <param name="levelPermille">Where in the interval, 0 to 1000. The intervals of predatory and timid exclude their upper end, so they have no price at 1000.</param>
        /// <param name="retailMicros">P_m, the price at which the operator sells.</param>
        /// <param name="costMicros">Q, the own cost, 0 or more. Predatory and timid need P_m above Q (eq. 6).</param>
        /// <returns>The price, or <see cref="NoOffer"/>.</returns>
        public static int Of(PricingStrategy strategy, int levelPermille, int retailMicros, int costMicros)
        {
            if (levelPermille < 0 || levelPermille > Whole || costMicros < 0)
            {
                return NoOffer;
            }

            switch (strategy)
            {
                case PricingStrategy.Predatory:
                    return InInterval(PriceClass.Predatory, levelPermille, retailMicros, costMicros);
                case PricingStrategy.Timid:
                    return InInterval(PriceClass.Timid, Whole + levelPermille, retailMicros, costMicros);
                case PricingStrategy.Withholding:
                    return Withheld(levelPermille, retailMicros);
                default:
                    return NoOffer;
            }
        }

        /// <summary>The interval a price lies in.</summary>
        public static PriceClass Classify(int priceMicros, int retailMicros, int costMicros)
        {
            if (priceMicros < costMicros)
            {
                return PriceClass.BelowCost;
            }

            if (2L * priceMicros < (long)retailMicros + costMicros)
            {
                return PriceClass.Predatory;
            }

            return priceMicros < retailMicros ? PriceClass.Timid : PriceClass.Withholding;
        }

        // Both intervals are halves of P_m - Q: a price is Q + share (P_m - Q) / 2, with the share 0 to below 1 in the lower half and 1 to below 2 in the upper.
        private static int InInterval(PriceClass interval, int sharePermille, int retailMicros, int costMicros)
        {
            if (retailMicros <= costMicros || sharePermille == (int)interval * Whole)
            {
                return NoOffer;
            }

            long margin = (long)retailMicros - costMicros;
            int price = (int)(costMicros + (sharePermille * margin / (2 * Whole)));
            if (interval == PriceClass.Timid && Classify(price, retailMicros, costMicros) == PriceClass.Predatory)
            {
                price++;
            }

            return Classify(price, retailMicros, costMicros) == interval ? price : NoOffer;
        }

        private static int Withheld(int levelPermille, int retailMicros)
        {
            long price = (long)retailMicros * (Whole + levelPermille) / Whole;
            return price >= 0 && price <= int.MaxValue ? (int)price : NoOffer;
        }
    }
}
