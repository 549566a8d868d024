// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Policy;
using Prosumeter.Pricing;
using Prosumeter.Storage;

namespace Prosumeter.Trading
{
    /// <summary>One decision: state and tradable energy, then the action of the Q-table, then the price.</summary>
    public sealed class BidDecision
    {
        private const int SecondsPerHour = 3600;
        private const int Whole = 1000;
        private const int ExplorationOf65536 = 3277;

        private readonly TradingSettings _settings;
        private readonly QTable _table;
        private readonly SlotBalance _balance;
        private readonly StorageStateMachine _machine;
        private long _offeredMilliwattHours;
        private uint _random;

        internal BidDecision(TradingSettings settings, QTable table, SlotBalance balance)
        {
            _settings = settings;
            _table = table;
            _balance = balance;
            _random = (uint)settings.ExplorationSeed;
            _machine = new StorageStateMachine(SharingRatios.Of(settings.SellAbovePermille, settings.BuyBelowPermille));
        }

        /// <summary>The state of the storage.</summary>
        public StorageState State;

        /// <summary>The action of the Q-table.</summary>
        public PolicyAction Action;

        /// <summary>True when the Q-table said sync and the settings refused it.</summary>
        public bool IsSyncRefused;

        /// <summary>Eq. (3), or the energy to buy, in mWh, before the power of the inverter limits it.</summary>
        public long TradableMilliwattHours;

        /// <summary>The offered price in micro-units per kWh, 0 without a bid.</summary>
        public int PriceMicros;

        /// <summary>Why it was made.</summary>
        public DecisionReason Reason;

        internal bool IsBid
        {
            get { return Reason == DecisionReason.Sells || Reason == DecisionReason.Buys; }
        }

        /// <summary>Decides nothing, for this reason.</summary>
        internal void Abstain(DecisionReason reason)
        {
            State = StorageState.Hold;
            Action = PolicyAction.Friendly;
            IsSyncRefused = false;
            TradableMilliwattHours = 0;
            PriceMicros = 0;
            Reason = reason;
        }

        /// <summary>Decides for a slot.</summary>
        /// <param name="slotOfDay">Its quarter-hour of the day, for the Q-table.</param>
        /// <param name="stateOfChargePermille">State of charge in per mille.</param>
        /// <param name="retailMicros">P_m in micro-units per kWh.</param>
        internal void Make(int slotOfDay, int stateOfChargePermille, int retailMicros)
        {
            Abstain(DecisionReason.NotDecided);
            long capacity = _settings.StorageCapacityMilliwattHours;
            long stored = capacity * stateOfChargePermille / Whole;
            State = _machine.Decide(stored, capacity, _balance.NetChangeMilliwattHours, _balance.DeficitMilliwattHours);
            TradableMilliwattHours = _machine.TradableMilliwattHours;

            PolicyAction best = _table.Best(slotOfDay);
            IsSyncRefused = best == PolicyAction.Sync && !_settings.AllowsSync;
            Action = Explores() ? (PolicyAction)(PolicyAction.Sync - best) : IsSyncRefused ? PolicyAction.Friendly : best;
            Reason = Action == PolicyAction.Sync ? DecisionReason.Syncs : Offer(retailMicros);
        }

        /// <summary>Writes the offer into a bid.</summary>
        internal void Fill(int slot, Bid bid)
        {
            bid.Slot = slot;
            bid.Side = Reason == DecisionReason.Sells ? TradeSide.Sell : TradeSide.Buy;
            bid.EnergyMilliwattHours = (int)_offeredMilliwattHours;
            bid.PriceMicrosPerKilowattHour = PriceMicros;
        }

        // What is never tried is never learned: a laboratory meter that learns does the other thing in 5 % of the slots (Saukh, Papst and Saukh).
        // The random numbers are the linear congruential generator of Numerical Recipes, whose upper bits are the good ones.
        private bool Explores()
        {
            _random = (_random * 1664525u) + 1013904223u;
            return _settings.Learns && _settings.AllowsSync && (_random >> 16) < ExplorationOf65536;
        }

        private DecisionReason Offer(int retailMicros)
        {
            if (State == StorageState.Hold)
            {
                return DecisionReason.Holds;
            }

            _offeredMilliwattHours = Movable();
            if (_offeredMilliwattHours == 0)
            {
                return DecisionReason.NothingTradable;
            }

            bool isSelling = State == StorageState.Sell;
            int price = isSelling ? Ask(retailMicros) : HighestBid(retailMicros);
            if (price < 0 || price > Bid.HighestPriceMicros)
            {
                return DecisionReason.NoPossiblePrice;
            }

            PriceMicros = price;
            return isSelling ? DecisionReason.Sells : DecisionReason.Buys;
        }

        // The inverter moves no more than its rated power in a slot; a deficit is bought for the load and does not pass it.
        private long Movable()
        {
            long most = int.MaxValue;
            if (_settings.StorageRatedMilliwatts > 0 && _settings.StorageCapacityMilliwattHours > 0)
            {
                long unmet = State == StorageState.Buy && _balance.DeficitMilliwattHours > 0 ? _balance.DeficitMilliwattHours : 0;
                long moved = unmet + ((long)_settings.StorageRatedMilliwatts * _settings.SlotSeconds / SecondsPerHour);
                most = moved < most ? moved : most;
            }

            return TradableMilliwattHours < most ? TradableMilliwattHours : most;
        }

        private int Ask(int retailMicros)
        {
            return AskPrice.Of(_settings.Strategy, _settings.LevelPermille, retailMicros, _settings.CostMicrosPerKilowattHour);
        }

        private int HighestBid(int retailMicros)
        {
            return _settings.BuyPriceMicrosPerKilowattHour > 0 ? _settings.BuyPriceMicrosPerKilowattHour : retailMicros;
        }
    }
}
