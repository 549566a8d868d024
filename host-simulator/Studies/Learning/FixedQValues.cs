// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>
/// The action values of many meters: <see cref="QTable.Next"/> on Q16.16, kept in 24 bits (16 + 8), which is 576 bytes a prosumer. The unit
/// is the base price of one kWh, so values reach 128 base prices; beyond that they stay at the limit, as a meter's do at 32768.
/// </summary>
public readonly struct FixedQValues : IQValues
{
    private const int Actions = 2;
    private const int Limit = (1 << 23) - 1;

    private readonly ushort[] _low;
    private readonly sbyte[] _high;
    private readonly int _prosumers;
    private readonly double _unit;
    private readonly double _q16PerMoney;
    private readonly int _alphaQ16;
    private readonly int _gammaQ16;

    /// <summary>Tables in which every value is the reading's initial one.</summary>
    public FixedQValues(Reading reading, int prosumers)
    {
        _prosumers = prosumers;
        _low = new ushort[reading.SlotsPerDay * Actions * prosumers];
        _high = new sbyte[_low.Length];
        _unit = reading.BasePrice;
        _q16PerMoney = QTable.One / _unit;
        _alphaQ16 = ToQ16(reading.LearningRate * QTable.One);
        _gammaQ16 = ToQ16(reading.Discount * QTable.One);
        int initial = ToQ16(reading.InitialQ * _q16PerMoney);
        Array.Fill(_low, (ushort)initial);
        Array.Fill(_high, (sbyte)(initial >> 16));
    }

    /// <inheritdoc/>
    public double Value(int slot, int action, int prosumer) => Raw(slot, action, prosumer) * _unit / QTable.One;

    /// <summary>An action's value in Q16.16 of the base price of one kWh, as a meter's <see cref="QTable"/> holds it.</summary>
    public int Raw(int slot, int action, int prosumer)
    {
        int index = Row(slot, action) + prosumer;
        return Join(_high[index], _low[index]);
    }

    /// <inheritdoc/>
    public int Compare(int slot, int prosumer) => Raw(slot, 1, prosumer).CompareTo(Raw(slot, 0, prosumer));

    /// <inheritdoc/>
    public void Compare(int slot, int first, Span<bool> syncIsBetter)
    {
        int count = syncIsBetter.Length;
        int friendlyRow = Row(slot, 0) + first, syncRow = Row(slot, 1) + first;
        ReadOnlySpan<ushort> friendlyLow = _low.AsSpan(friendlyRow, count), syncLow = _low.AsSpan(syncRow, count);
        ReadOnlySpan<sbyte> friendlyHigh = _high.AsSpan(friendlyRow, count), syncHigh = _high.AsSpan(syncRow, count);
        for (int i = 0; i < count; i++)
        {
            syncIsBetter[i] = Join(syncHigh[i], syncLow[i]) > Join(friendlyHigh[i], friendlyLow[i]);
        }
    }

    /// <inheritdoc/>
    public void Update(int slot, int nextSlot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> rewards)
    {
        int friendlyRow = Row(slot, 0) + first, syncRow = Row(slot, 1) + first;
        for (int i = 0; i < synchronized.Length; i++)
        {
            int index = (synchronized[i] ? syncRow : friendlyRow) + i;
            Step(index, index, rewards[i], Future(nextSlot, first + i));
        }
    }

    /// <inheritdoc/>
    public void Update(int slot, int action, int prosumer, double reward, int nextSlot, int intoSlot, int intoAction) =>
        Step(Row(slot, action) + prosumer, Row(intoSlot, intoAction) + prosumer, reward, Future(nextSlot, prosumer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(int from, int into, double reward, int future)
    {
        int value = QTable.Next(Join(_high[from], _low[from]), ToQ16(reward * _q16PerMoney), future, _alphaQ16, _gammaQ16);
        value = Math.Clamp(value, -Limit - 1, Limit);
        _low[into] = (ushort)value;
        _high[into] = (sbyte)(value >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Future(int slot, int prosumer) => slot < 0 ? 0 : Math.Max(Raw(slot, 0, prosumer), Raw(slot, 1, prosumer));

    private int Row(int slot, int action) => ((slot * Actions) + action) * _prosumers;

    private static int Join(sbyte high, ushort low) => (high << 16) | low;

    // To the nearest, halves up; a conversion that does not fit stays at the limit of 32 bits.
    private static int ToQ16(double value) => (int)Math.Floor(value + 0.5);
}
