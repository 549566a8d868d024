// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Policy;
using Prosumeter.Wire;

namespace Prosumeter.Trading
{
    /// <summary>What was decided and awarded for one slot.</summary>
    internal sealed class SlotPlan
    {
        public int Slot = -1;
        public PolicyAction Action;
        public TradeSide BidSide;
        public int BidMilliwattHours;
        public int AwardSequence = -1;
        public int AwardedMilliwattHours;
        public bool CutsInterruptibleLoad;
        public bool IsSettled;

        /// <summary>Begins the plan of another slot: friendly, no bid, no award.</summary>
        public void Begin(int slot)
        {
            Slot = slot;
            Action = PolicyAction.Friendly;
            BidSide = 0;
            BidMilliwattHours = 0;
            AwardSequence = -1;
            AwardedMilliwattHours = 0;
            CutsInterruptibleLoad = false;
            IsSettled = false;
        }

        /// <summary>Takes an award newer than the one before. The demand cut counts always, energy only as far as it was bid.</summary>
        public RefusalReason Take(Award award)
        {
            if (award.Sequence <= AwardSequence)
            {
                return RefusalReason.Repeated;
            }

            bool isAsBid = award.Side == BidSide || award.EnergyMilliwattHours <= 0;
            int awarded = award.EnergyMilliwattHours < BidMilliwattHours ? award.EnergyMilliwattHours : BidMilliwattHours;
            AwardSequence = award.Sequence;
            CutsInterruptibleLoad = award.CutsInterruptibleLoad;
            AwardedMilliwattHours = isAsBid && awarded > 0 ? awarded : 0;
            return isAsBid ? RefusalReason.Taken : RefusalReason.NoBid;
        }
    }
}
