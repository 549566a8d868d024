// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Pricing;
using Prosumeter.Storage;

namespace Prosumeter.Trading
{
    /// <summary>How a meter trades. The defaults are safe: a fielded meter is friendly and does not learn.</summary>
    public sealed class TradingSettings
    {
        /// <summary>Length of a slot in s: a divisor of an hour from 60.</summary>
        public int SlotSeconds = MarketSlot.DefaultSeconds;

        /// <summary>Usable storage capacity ESS in mWh, 0 (none) to 10^15.</summary>
        public long StorageCapacityMilliwattHours;

        /// <summary>Power at which the storage inverter charges and discharges in mW: no more is offered than it can move in a slot. 0 sets no limit.</summary>
        public int StorageRatedMilliwatts;

        /// <summary>Sharing ratio X_u in per mille of the capacity.</summary>
        public int SellAbovePermille = 800;

        /// <summary>Sharing ratio X_d in per mille of the capacity, at most X_u.</summary>
        public int BuyBelowPermille = 300;

        /// <summary>How asks are priced.</summary>
        public PricingStrategy Strategy = PricingStrategy.Timid;

        /// <summary>Level in the interval of the strategy in per mille, 0 to 1000.</summary>
        public int LevelPermille = 500;

        /// <summary>Own cost Q in micro-units per kWh, 0 or more.</summary>
        public int CostMicrosPerKilowattHour;

        /// <summary>The highest price the owner pays, in micro-units per kWh; 0 takes the retail price P_m.</summary>
        public int BuyPriceMicrosPerKilowattHour;

        /// <summary>Without a price for this long, in s (1 or more), the meter is alone. A market speaks once a slot: less than two slots takes its ordinary silence for an absence.</summary>
        public int AloneAfterSeconds = 1800;

        /// <summary>Lets the Q-table's action "sync" happen: for simulations and laboratories only.</summary>
        public bool AllowsSync;

        /// <summary>Learns from settlements; with <see cref="AllowsSync"/> it also explores: 5 % of the slots it does the other thing.</summary>
        public bool Learns;

        /// <summary>Where the random numbers of exploration begin; each meter its own, or they would all try the same slots.</summary>
        public int ExplorationSeed;

        /// <summary>Learning rate alpha in Q16.16, 0 to 65536; 655 is 0.01.</summary>
        public int AlphaQ16 = 655;

        /// <summary>Discount gamma in Q16.16, 0 to 65536; 58982 is 0.9.</summary>
        public int GammaQ16 = 58982;

        /// <summary>True when every value is in its range. A controller with other settings meters, but does not trade.</summary>
        public bool IsValid()
        {
            return MarketSlot.IsLength(SlotSeconds)
                && SharingRatios.IsValid(SellAbovePermille, BuyBelowPermille)
                && StorageCapacityMilliwattHours >= 0 && StorageCapacityMilliwattHours <= EnergyRegister.HighestMilliwattHours
                && StorageRatedMilliwatts >= 0
                && Strategy >= PricingStrategy.Predatory && Strategy <= PricingStrategy.Withholding
                && LevelPermille >= 0 && LevelPermille <= 1000
                && CostMicrosPerKilowattHour >= 0 && CostMicrosPerKilowattHour <= PriceMessage.HighestMicros
                && BuyPriceMicrosPerKilowattHour >= 0 && BuyPriceMicrosPerKilowattHour <= Bid.HighestPriceMicros
                && AloneAfterSeconds > 0;
        }
    }
}
