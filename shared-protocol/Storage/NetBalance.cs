// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Storage
{
    /// <summary>
    /// Eq. (2) of Sabounchi and Wei as a backward difference: C = (G_n - D_n) - (G_n-1 - D_n-1), the change of own generation less own demand from one
    /// slot to the next. A forward difference would need a prediction, which their section III does without. The first step has no slot before it: C = 0.
    /// </summary>
    public sealed class NetBalance
    {
        private long _previous;
        private bool _hasPrevious;

        /// <summary>Takes the energies of the next slot, both in mWh, at most 10^18 each.</summary>
        /// <returns>C in mWh.</returns>
        public long Change(long generationMilliwattHours, long demandMilliwattHours)
        {
            long balance = generationMilliwattHours - demandMilliwattHours;
            long change = _hasPrevious ? balance - _previous : 0;
            _previous = balance;
            _hasPrevious = true;
            return change;
        }

        /// <summary>Forgets the slot before, when the next one does not follow it directly.</summary>
        public void Reset()
        {
            _hasPrevious = false;
        }
    }
}
