// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Metering;

namespace Prosumeter.Trading
{
    /// <summary>
    /// Runs the storage inverter through one slot. It ends by energy, not by time: once the awarded energy has passed the meter, or the storage is at its
    /// bound, the slot is done and the mode does not come back, so the inverter is switched at most twice a slot.
    /// </summary>
    internal sealed class StorageDispatch
    {
        private const int Full = 1000;

        private readonly RegisterBank _registers;
        private readonly int _lowestPermille;
        private long _importAtStart;
        private long _exportAtStart;
        private long _chargeAtStart;
        private EnergyRegister _watched;
        private long _until;
        private StorageMode _afterwards;

        public StorageDispatch(RegisterBank registers, int lowestPermille)
        {
            _registers = registers;
            _lowestPermille = lowestPermille;
        }

        /// <summary>What the inverter is told.</summary>
        public StorageMode SetPoint;

        /// <summary>True while a bound is watched.</summary>
        public bool IsActive;

        /// <summary>A slot starts: its energies count from here.</summary>
        public void StartSlot()
        {
            _importAtStart = _registers.Import.MilliwattHours;
            _exportAtStart = _registers.Export.MilliwattHours;
            _chargeAtStart = _registers.Charge.MilliwattHours;
            Release();
        }

        /// <summary>Back to self-consumption.</summary>
        public void Release()
        {
            IsActive = false;
            SetPoint = StorageMode.SelfConsumption;
        }

        /// <summary>Discharges until this energy was exported since the start of the slot, never below X_d.</summary>
        public void Sell(long milliwattHours)
        {
            Run(StorageMode.Discharge, _registers.Export, _exportAtStart + milliwattHours, StorageMode.SelfConsumption);
        }

        /// <summary>Charges until this energy was imported since the start of the slot: what is settled is what the grid meter saw.</summary>
        public void Buy(long milliwattHours)
        {
            Run(StorageMode.Charge, _registers.Import, _importAtStart + milliwattHours, StorageMode.SelfConsumption);
        }

        /// <summary>Charges until this energy was stored since the start of the slot and keeps it.</summary>
        public void Store(long milliwattHours)
        {
            Run(StorageMode.Charge, _registers.Charge, _chargeAtStart + milliwattHours, StorageMode.Idle);
        }

        /// <summary>Looks whether the slot is done.</summary>
        public void Follow(int stateOfChargePermille)
        {
            if (IsActive && (_watched.MilliwattHours >= _until || IsAtBound(stateOfChargePermille)))
            {
                IsActive = false;
                SetPoint = _afterwards;
            }
        }

        // An unknown state of charge (below 0) is at both bounds.
        private bool IsAtBound(int stateOfChargePermille)
        {
            return SetPoint == StorageMode.Discharge
                ? stateOfChargePermille <= _lowestPermille
                : stateOfChargePermille >= Full || stateOfChargePermille < 0;
        }

        private void Run(StorageMode mode, EnergyRegister watched, long until, StorageMode afterwards)
        {
            _watched = watched;
            _until = until;
            _afterwards = afterwards;
            SetPoint = mode;
            IsActive = true;
        }
    }
}
