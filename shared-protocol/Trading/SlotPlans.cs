// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Trading
{
    /// <summary>The plans of the last few slots: settlements come after the slot, awards before it.</summary>
    internal sealed class SlotPlans
    {
        // A power of two: the slot number masked is the place.
        private const int Kept = 8;

        private readonly SlotPlan[] _plans = new SlotPlan[Kept];

        public SlotPlans()
        {
            for (int i = 0; i < Kept; i++)
            {
                _plans[i] = new SlotPlan();
            }
        }

        /// <summary>The plan of a slot, or null when there is none or it was overwritten by a later one.</summary>
        public SlotPlan Find(int slot)
        {
            SlotPlan plan = _plans[slot & (Kept - 1)];
            return slot >= 0 && plan.Slot == slot ? plan : null;
        }

        /// <summary>The plan of a slot, begun when there is none.</summary>
        public SlotPlan FindOrBegin(int slot)
        {
            SlotPlan plan = _plans[slot & (Kept - 1)];
            if (plan.Slot != slot)
            {
                plan.Begin(slot);
            }

            return plan;
        }
    }
}
