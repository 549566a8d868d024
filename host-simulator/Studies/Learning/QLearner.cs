// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>Independent Q-learners, equation (6): each prosumer sees the slot and his own profit, nothing else.</summary>
public sealed class QLearner<TValues> : IPolicy
    where TValues : struct, IQValues
{
    private readonly Reading _reading;
    private readonly ulong _seed;
    private readonly int _prosumers;
    private readonly DayMemory? _memory;
    private readonly TValues _values;

    /// <summary>Learners that have learned nothing yet.</summary>
    /// <param name="values">Their tables.</param>
    /// <param name="reading">The rules of learning.</param>
    /// <param name="prosumers">How many.</param>
    /// <param name="seed">Seed of exploration and of coins.</param>
    public QLearner(TValues values, Reading reading, int prosumers, ulong seed)
    {
        (_values, _reading, _prosumers, _seed) = (values, reading, prosumers, seed);
        bool needsMemory = reading.Reward != RewardRule.SlotProfit || reading.QTarget == QTarget.Literal;
        _memory = needsMemory ? new DayMemory(reading.SlotsPerDay, prosumers) : null;
    }

    /// <summary>The tables.</summary>
    public TValues Values => _values;

    /// <inheritdoc/>
    public void Choose(int day, int slot, int first, ReadOnlySpan<double> generation, Span<bool> synchronize)
    {
        _values.Compare(slot, first, synchronize);
        ulong key = CounterRandom.Key(_seed, RandomStream.Exploration, day, slot);
        if (_reading.TieBreak == TieBreak.Random)
        {
            TossCoins(key, slot, first, synchronize);
        }

        Explore(key, first, synchronize);
        for (int i = 0; _reading.SyncGate == SyncGate.WithGeneration && i < synchronize.Length; i++)
        {
            synchronize[i] &= generation[i] > 0;
        }
    }

    /// <inheritdoc/>
    public void Learn(int slot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> profits)
    {
        if (_memory != null)
        {
            LearnWithMemory(_memory, slot, first, synchronized, profits);
            return;
        }

        _values.Update(slot, Next(slot), first, synchronized, profits);
    }

    /// <summary>The greedy policy of the tables as they are now.</summary>
    public PolicyTable Greedy()
    {
        PolicyTable table = new(_reading.SlotsPerDay, _prosumers) { NeedsGeneration = _reading.SyncGate == SyncGate.WithGeneration };
        for (int slot = 0; slot < _reading.SlotsPerDay; slot++)
        {
            for (int prosumer = 0; prosumer < _prosumers; prosumer++)
            {
                table[slot, prosumer] = _values.Compare(slot, prosumer) > 0;
            }
        }

        return table;
    }

    // Of each draw, bits 0 to 31 say whether to try the other action; bit 32 is the coin of a tie.
    private void Explore(ulong key, int first, Span<bool> synchronize)
    {
        ulong threshold = (ulong)(_reading.Exploration * 4294967296.0);
        for (int i = 0; i < synchronize.Length; i += Vector512<ulong>.Count)
        {
            Vector512<ulong> bits = CounterRandom.Draw8(key, first + i);
            Vector512<ulong> explores = Vector512.LessThan(bits & Vector512.Create(0xFFFFFFFFUL), Vector512.Create(threshold));
            for (ulong lanes = explores.ExtractMostSignificantBits(); lanes != 0; lanes &= lanes - 1)
            {
                int lane = BitOperations.TrailingZeroCount(lanes);
                if (i + lane < synchronize.Length)
                {
                    synchronize[i + lane] = !synchronize[i + lane];
                }
            }
        }
    }

    private void TossCoins(ulong key, int slot, int first, Span<bool> synchronize)
    {
        for (int i = 0; i < synchronize.Length; i++)
        {
            synchronize[i] |= _values.Compare(slot, first + i) == 0 && (CounterRandom.Draw(key, first + i) & (1UL << 32)) != 0;
        }
    }

    private int Next(int slot) =>
        slot + 1 < _reading.SlotsPerDay ? slot + 1 : _reading.LastSlot == LastSlot.Wraps ? 0 : -1;

    private void LearnWithMemory(DayMemory memory, int slot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> profits)
    {
        for (int i = 0; i < synchronized.Length; i++)
        {
            int prosumer = first + i;
            int action = synchronized[i] ? 1 : 0;
            if (_reading.QTarget == QTarget.Literal)
            {
                LearnLate(memory, slot, prosumer, action);
            }

            memory.Note(slot, prosumer, action, profits[i]);
            if (_reading.Reward == RewardRule.DayProfitToAll)
            {
                LearnWholeDay(memory, slot, prosumer);
            }
            else if (_reading.QTarget == QTarget.Standard)
            {
                _values.Update(slot, action, prosumer, Reward(memory, slot, prosumer), Next(slot), slot, action);
            }
        }
    }

    // The printed equation writes the entry of the slot that follows and of the action chosen there, so it waits for that slot.
    private void LearnLate(DayMemory memory, int slot, int prosumer, int action)
    {
        if (slot > 0 && _reading.Reward != RewardRule.DayProfitToAll)
        {
            _values.Update(slot - 1, memory.Action(slot - 1, prosumer), prosumer, Reward(memory, slot - 1, prosumer), slot, slot, action);
        }
    }

    private void LearnWholeDay(DayMemory memory, int slot, int prosumer)
    {
        for (int k = 0; slot + 1 == _reading.SlotsPerDay && k <= slot; k++)
        {
            int next = Next(k);
            bool isLiteral = _reading.QTarget == QTarget.Literal && k < slot;
            int into = isLiteral ? k + 1 : k;
            _values.Update(k, memory.Action(k, prosumer), prosumer, memory.DayProfit(prosumer), next, into, memory.Action(into, prosumer));
        }
    }

    private double Reward(DayMemory memory, int slot, int prosumer) => _reading.Reward switch
    {
        RewardRule.DayProfitSoFar => memory.DayProfit(prosumer),
        RewardRule.DayProfitAtEnd => slot + 1 == _reading.SlotsPerDay ? memory.DayProfit(prosumer) : 0,
        _ => memory.LastProfit(prosumer),
    };
}
