// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Wire;

namespace Prosumeter.Trading
{
    /// <summary>
    /// Turns readings and messages into decisions: registers and state of charge give the state (sell, buy, hold) and the tradable energy, the Q-table the
    /// action, the strategy the price, and together the bid; an award gives the set-point of the storage. It has no clock and no network: the firmware and
    /// the simulator call it. A sample allocates nothing.
    /// </summary>
    public sealed class TradingController
    {
        /// <summary>A reward of 1 in the Q-table is this much money in micro-units: a hundredth of a unit, so that values reach from 0.15 micro-units to 327 units.</summary>
        public const int MicrosPerReward = 10_000;

        /// <summary>How many slots ahead of the present one a price or an award may be.</summary>
        public const int SlotsAhead = 2;

        private const int Unknown = -1;
        private const int Whole = 1000;

        private readonly TradingSettings _settings;
        private readonly RegisterBank _registers;
        private readonly QTable _table;
        private readonly bool _isValid;
        private readonly SlotPlans _plans = new SlotPlans();
        private readonly SlotBalance _balance;
        private readonly SlotExecution _execution;
        private readonly MarketWatch _market;

        /// <summary>A controller over registers and a table that the caller keeps and saves. The settings are not changed afterwards.</summary>
        public TradingController(TradingSettings settings, RegisterBank registers, QTable table)
        {
            if (settings == null || registers == null || table == null)
            {
                throw new ArgumentNullException();
            }

            _isValid = settings.IsValid();
            _settings = _isValid ? settings : new TradingSettings();
            _registers = registers;
            _table = table;
            _balance = new SlotBalance(registers, _settings.SlotSeconds);
            Decision = new BidDecision(_settings, table, _balance);
            _execution = new SlotExecution(_settings, registers, _balance);
            _market = new MarketWatch(_settings);
        }

        /// <summary>The last decision.</summary>
        public readonly BidDecision Decision;

        /// <summary>C of eq. (2) in mWh, from the last two whole slots.</summary>
        public long NetChangeMilliwattHours => _balance.NetChangeMilliwattHours;

        /// <summary>State of charge in per mille at the last sample, -1 when unknown.</summary>
        public int StateOfChargePermille = Unknown;

        /// <summary>The slot that was started last, -1 before the first.</summary>
        public int Slot => _execution.Slot;

        /// <summary>True when no price was heard for the set time: self-consumption, no bids.</summary>
        public bool IsAlone => _market.IsAlone;

        /// <summary>What the storage inverter is told.</summary>
        public StorageMode StorageSetPoint => IsAlone ? StorageMode.SelfConsumption : _execution.SetPoint;

        /// <summary>True while an award for the present slot asks to cut the interruptible load.</summary>
        public bool CutsInterruptibleLoad => !IsAlone && _execution.CutsInterruptibleLoad;

        /// <summary>Takes one measurement.</summary>
        /// <param name="gridMilliwatts">Power at the grid connection in mW, import positive.</param>
        /// <param name="generationMilliwatts">Power of the own generation in mW.</param>
        /// <param name="storageMilliwatts">Power of the storage in mW, charge positive.</param>
        /// <param name="stateOfChargePermille">State of charge in per mille, 0 to 1000; below 0 unknown.</param>
        /// <param name="durationMilliseconds">How long these powers flowed, in ms.</param>
        /// <returns>False when some of it was not counted, see <see cref="RegisterBank.Integrate"/>.</returns>
        public bool Sample(
            int gridMilliwatts,
            int generationMilliwatts,
            int storageMilliwatts,
            int stateOfChargePermille,
            int durationMilliseconds)
        {
            bool isCounted = _registers.Integrate(gridMilliwatts, generationMilliwatts, storageMilliwatts, durationMilliseconds);
            if (isCounted)
            {
                _balance.Count(durationMilliseconds);
            }

            StateOfChargePermille = stateOfChargePermille < 0 ? Unknown : stateOfChargePermille > Whole ? Whole : stateOfChargePermille;
            _execution.Follow(StateOfChargePermille);
            return isCounted;
        }

        /// <summary>Tells the time: whether an aggregator is still heard, and whether the slot that was started still lasts.</summary>
        public void Tick(long utcSeconds)
        {
            _market.Tick(utcSeconds);
            _execution.Tick(utcSeconds);
        }

        /// <summary>The time is not known any more: no award is obeyed until a slot starts.</summary>
        public void Suspend()
        {
            _execution.End();
        }

        /// <summary>A slot starts: its award is obeyed from here. A number below 0 is no slot.</summary>
        public void StartSlot(int slot)
        {
            if (slot >= 0)
            {
                _balance.Start(slot);
                _execution.Start(slot, _plans.FindOrBegin(slot), StateOfChargePermille);
            }
        }

        /// <summary>A slot ends: writes slot, registers and state of charge (0 when unknown) into the report and closes the balance of eq. (2).</summary>
        public void EndSlot(int slot, SlotReport report)
        {
            if (report == null)
            {
                throw new ArgumentNullException();
            }

            _balance.End(slot);
            _execution.End();
            report.Slot = slot;
            report.TakeRegisters(_registers);
            report.StateOfChargePermille = StateOfChargePermille < 0 ? 0 : StateOfChargePermille;
        }

        /// <summary>Takes the prices of the market. Those of slots that are over, or more than <see cref="SlotsAhead"/> ahead, do not prove that an aggregator is there.</summary>
        /// <returns>Why they were refused.</returns>
        public RefusalReason OnPrice(PriceMessage price, long utcSeconds)
        {
            if (price == null)
            {
                throw new ArgumentNullException();
            }

            return _market.Take(price, utcSeconds);
        }

        /// <summary>Decides for a slot that has not started and fills in slot, side, energy and price of the bid.</summary>
        /// <returns>False when there is nothing to offer: the bid is then unchanged, and <see cref="Decision"/> says why.</returns>
        public bool DecideBid(int slot, Bid bid)
        {
            if (bid == null)
            {
                throw new ArgumentNullException();
            }

            DecisionReason obstacle = Obstacle(slot);
            if (obstacle != DecisionReason.NotDecided)
            {
                Decision.Abstain(obstacle);
                return false;
            }

            Decision.Make(SlotOfDay(slot), StateOfChargePermille < 0 ? 0 : StateOfChargePermille, _market.RetailMicros);
            _plans.FindOrBegin(slot).Action = Decision.Action;
            if (Decision.IsBid)
            {
                Decision.Fill(slot, bid);
                Remember(bid);
            }

            return Decision.IsBid;
        }

        /// <summary>Remembers a bid that was sent, so that its award is obeyed; the firmware calls it at start-up for bids still in its outbox.</summary>
        public void Remember(Bid bid)
        {
            if (bid == null)
            {
                throw new ArgumentNullException();
            }

            if (bid.Slot >= 0)
            {
                SlotPlan plan = _plans.FindOrBegin(bid.Slot);
                plan.BidSide = bid.Side;
                plan.BidMilliwattHours = bid.EnergyMilliwattHours;
            }
        }

        /// <summary>Takes an award. Energy is obeyed as far as it was bid; the demand cut always.</summary>
        /// <returns>Why it was refused: from the past, from the future, repeated, or energy without such a bid.</returns>
        public RefusalReason OnAward(Award award)
        {
            if (award == null)
            {
                throw new ArgumentNullException();
            }

            bool hasStarted = Slot >= 0;
            RefusalReason reason = MarketSlot.Judge(award.Slot, hasStarted ? Slot : 0, hasStarted ? Slot + SlotsAhead : int.MaxValue);
            if (reason == RefusalReason.Taken)
            {
                SlotPlan plan = _plans.FindOrBegin(award.Slot);
                reason = plan.Take(award);
                _execution.Revise(plan, StateOfChargePermille);
            }

            return reason;
        }

        /// <summary>Takes the money of a slot and, where the settings say so, learns from it.</summary>
        /// <returns><see cref="RefusalReason.Repeated"/> for the second settlement of a slot, which teaches nothing.</returns>
        public RefusalReason OnSettlement(Settlement settlement)
        {
            if (settlement == null)
            {
                throw new ArgumentNullException();
            }

            SlotPlan plan = _plans.Find(settlement.Slot);
            if (plan == null)
            {
                return RefusalReason.Taken;
            }

            if (plan.IsSettled)
            {
                return RefusalReason.Repeated;
            }

            plan.IsSettled = true;
            if (_settings.Learns)
            {
                _table.Update(SlotOfDay(plan.Slot), plan.Action, RewardQ16(settlement.AmountMicros), _settings.AlphaQ16, _settings.GammaQ16);
            }

            return RefusalReason.Taken;
        }

        private DecisionReason Obstacle(int slot)
        {
            return !_isValid ? DecisionReason.InvalidSettings
                : slot <= Slot || slot < 0 ? DecisionReason.SlotStarted
                : IsAlone ? DecisionReason.Alone
                : !_market.HasPrice ? DecisionReason.NoMarketPrice
                : _settings.StorageCapacityMilliwattHours > 0 && StateOfChargePermille < 0 ? DecisionReason.NoStateOfCharge
                : DecisionReason.NotDecided;
        }

        private int SlotOfDay(int slot)
        {
            return MarketSlot.SlotOfDay96(MarketSlot.StartSeconds(slot, _settings.SlotSeconds));
        }

        // Amounts beyond 32 bits of Q16.16 count as the nearest; the rest is cut towards 0.
        private static int RewardQ16(long amountMicros)
        {
            const long Most = int.MaxValue / QTable.One * (long)MicrosPerReward;
            long amount = amountMicros > Most ? Most : amountMicros < -Most ? -Most : amountMicros;
            return (int)(amount * QTable.One / MicrosPerReward);
        }
    }
}
