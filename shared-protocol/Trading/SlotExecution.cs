// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;

namespace Prosumeter.Trading
{
    /// <summary>Carries out the plan of the present slot. A plan counts in its own slot only: before it starts and after it ends the storage follows the self-consumption rule.</summary>
    internal sealed class SlotExecution
    {
        /// <summary>In a sync slot a prosumer adds half its own demand (Saukh, Papst and Saukh).</summary>
        private const int SyncExtraDemandDivisor = 2;

        private readonly TradingSettings _settings;
        private readonly SlotBalance _balance;
        private readonly StorageDispatch _dispatch;
        private SlotPlan _plan;

        public SlotExecution(TradingSettings settings, RegisterBank registers, SlotBalance balance)
        {
            _settings = settings;
            _balance = balance;
            _dispatch = new StorageDispatch(registers, settings.BuyBelowPermille);
        }

        /// <summary>The slot started last, -1 before the first.</summary>
        public int Slot = -1;

        /// <summary>True while the slot lasts.</summary>
        public bool IsRunning;

        public StorageMode SetPoint
        {
            get { return IsRunning ? _dispatch.SetPoint : StorageMode.SelfConsumption; }
        }

        public bool CutsInterruptibleLoad
        {
            get { return IsRunning && _plan.CutsInterruptibleLoad; }
        }

        public void Start(int slot, SlotPlan plan, int stateOfChargePermille)
        {
            Slot = slot;
            IsRunning = true;
            _plan = plan;
            _dispatch.StartSlot();
            Dispatch(stateOfChargePermille);
        }

        public void End()
        {
            IsRunning = false;
        }

        /// <summary>Ends the slot by the clock, should nobody else have.</summary>
        public void Tick(long utcSeconds)
        {
            if (IsRunning)
            {
                long since = utcSeconds - MarketSlot.StartSeconds(Slot, _settings.SlotSeconds);
                IsRunning = since >= 0 && since < _settings.SlotSeconds;
            }
        }

        public void Follow(int stateOfChargePermille)
        {
            if (_dispatch.IsActive)
            {
                _dispatch.Follow(stateOfChargePermille);
            }
        }

        /// <summary>The plan of a slot has changed.</summary>
        public void Revise(SlotPlan plan, int stateOfChargePermille)
        {
            if (IsRunning && plan == _plan)
            {
                Dispatch(stateOfChargePermille);
            }
        }

        private void Dispatch(int stateOfChargePermille)
        {
            if (_settings.StorageCapacityMilliwattHours == 0)
            {
                return;
            }

            if (_plan.Action == PolicyAction.Sync)
            {
                _dispatch.Store(_balance.GenerationMilliwattHours + (_balance.DemandMilliwattHours / SyncExtraDemandDivisor));
            }
            else if (_plan.AwardedMilliwattHours == 0)
            {
                _dispatch.Release();
            }
            else if (_plan.BidSide == TradeSide.Sell)
            {
                _dispatch.Sell(_plan.AwardedMilliwattHours);
            }
            else
            {
                _dispatch.Buy(_plan.AwardedMilliwattHours);
            }

            Follow(stateOfChargePermille);
        }
    }
}
