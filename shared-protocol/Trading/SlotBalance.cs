// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Metering;
using Prosumeter.Storage;

namespace Prosumeter.Trading
{
    /// <summary>Generation and demand of the last whole slot, from register differences, and eq. (2) over them.</summary>
    internal sealed class SlotBalance
    {
        private readonly RegisterBank _registers;
        private readonly NetBalance _balance = new NetBalance();
        private readonly long _neededMilliseconds;
        private long _generationAtStart;
        private long _demandAtStart;
        private long _sampledMilliseconds;
        private int _openSlot = -1;
        private int _lastSlot = -1;

        public SlotBalance(RegisterBank registers, int slotSeconds)
        {
            _registers = registers;

            // A slot of which less than nine tenths was sampled cannot be compared with its neighbour.
            _neededMilliseconds = slotSeconds * 900L;
        }

        /// <summary>C of eq. (2) in mWh; 0 until two neighbouring slots were sampled.</summary>
        public long NetChangeMilliwattHours;

        /// <summary>Own generation of the last slot in mWh.</summary>
        public long GenerationMilliwattHours;

        /// <summary>Own demand of the last slot in mWh.</summary>
        public long DemandMilliwattHours;

        /// <summary>Demand that own generation did not meet in the last slot in mWh; below 0 a surplus.</summary>
        public long DeficitMilliwattHours
        {
            get { return DemandMilliwattHours - GenerationMilliwattHours; }
        }

        public void Start(int slot)
        {
            _openSlot = slot;
            _generationAtStart = _registers.Generation.MilliwattHours;
            _demandAtStart = _registers.DemandMilliwattHours;
            _sampledMilliseconds = 0;
        }

        public void Count(int durationMilliseconds)
        {
            _sampledMilliseconds += durationMilliseconds;
        }

        public void End(int slot)
        {
            if (slot != _openSlot || _sampledMilliseconds < _neededMilliseconds)
            {
                NetChangeMilliwattHours = 0;
                _lastSlot = -1;
                return;
            }

            GenerationMilliwattHours = _registers.Generation.MilliwattHours - _generationAtStart;
            DemandMilliwattHours = _registers.DemandMilliwattHours - _demandAtStart;
            if (_lastSlot < 0 || slot != _lastSlot + 1)
            {
                _balance.Reset();
            }

            NetChangeMilliwattHours = _balance.Change(GenerationMilliwattHours, DemandMilliwattHours);
            _lastSlot = slot;
        }
    }
}
