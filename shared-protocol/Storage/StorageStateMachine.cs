// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Metering;

namespace Prosumeter.Storage
{
    /// <summary>
    /// Whether a prosumer sells, buys or holds, and how much: section II-B and eq. (3) of Sabounchi and Wei. With R the stored energy, ESS the capacity,
    /// U = X_u ESS and L = X_d ESS: R above U sells R - U; R below L buys the unmet deficit and L - R; between them, bounds included, a balance that does not
    /// fall (C at least 0) sells the lesser of (U - R) / 2 and R - L, and a falling one holds. So a sale never reaches below L.
    /// Everything is compared and computed in thousandths of mWh and rounded once: sales down, so that nothing is offered that is not there; purchases up, so that L is reached.
    /// </summary>
    public sealed class StorageStateMachine
    {
        private const int Whole = 1000;

        private readonly SharingRatios _ratios;

        /// <summary>A machine with these sharing ratios.</summary>
        public StorageStateMachine(SharingRatios ratios)
        {
            _ratios = ratios ?? throw new ArgumentNullException();
        }

        /// <summary>What can be sold in state Sell, or is bought in state Buy, in mWh; 0 in state Hold.</summary>
        public long TradableMilliwattHours;

        /// <summary>Decides for the next slot. Values outside their range count as the nearest in it.</summary>
        /// <param name="storedMilliwattHours">R in mWh, 0 to the capacity.</param>
        /// <param name="capacityMilliwattHours">ESS in mWh, 0 (no storage) to 10^15. Without storage a deficit is bought and a surplus sold as it is.</param>
        /// <param name="netChangeMilliwattHours">C of eq. (2) in mWh.</param>
        /// <param name="unmetDeficitMilliwattHours">Demand that own generation does not meet in mWh, -10^15 to 10^15; below 0 a surplus, which matters only without storage.</param>
        public StorageState Decide(
            long storedMilliwattHours,
            long capacityMilliwattHours,
            long netChangeMilliwattHours,
            long unmetDeficitMilliwattHours)
        {
            const long Highest = EnergyRegister.HighestMilliwattHours;
            long capacity = Within(capacityMilliwattHours, 0, Highest);
            long stored = Within(storedMilliwattHours, 0, capacity);
            long deficit = Within(unmetDeficitMilliwattHours, -Highest, Highest);
            return capacity == 0 ? DecideWithoutStorage(deficit) : DecideWithStorage(stored, capacity, netChangeMilliwattHours, deficit);
        }

        private StorageState DecideWithoutStorage(long deficit)
        {
            TradableMilliwattHours = deficit < 0 ? -deficit : deficit;
            return deficit > 0 ? StorageState.Buy : deficit < 0 ? StorageState.Sell : StorageState.Hold;
        }

        private StorageState DecideWithStorage(long stored, long capacity, long netChange, long deficit)
        {
            long aboveUpper = (stored * Whole) - (_ratios.SellAbovePermille * capacity);
            long aboveLower = (stored * Whole) - (_ratios.BuyBelowPermille * capacity);
            if (aboveUpper > 0)
            {
                TradableMilliwattHours = aboveUpper / Whole;
                return StorageState.Sell;
            }

            if (aboveLower < 0)
            {
                TradableMilliwattHours = (deficit > 0 ? deficit : 0) + ((Whole - 1 - aboveLower) / Whole);
                return StorageState.Buy;
            }

            if (netChange < 0)
            {
                TradableMilliwattHours = 0;
                return StorageState.Hold;
            }

            long half = -aboveUpper / (2 * Whole);
            long down = aboveLower / Whole;
            TradableMilliwattHours = half < down ? half : down;
            return StorageState.Sell;
        }

        private static long Within(long value, long lowest, long highest)
        {
            return value < lowest ? lowest : value > highest ? highest : value;
        }
    }
}
