// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Homes;
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

    private readonly PackedValues _table;
    private readonly int _width;
    private readonly double _unit;
    private readonly double _q16PerMoney;
    private readonly int _alphaQ16;
    private readonly int _gammaQ16;

    /// <summary>Tables in which every value is the reading's initial one.</summary>
    public FixedQValues(Reading reading, int prosumers)
    {
        _width = Vectors.RoundUp(prosumers);
        _unit = reading.BasePrice;
        _q16PerMoney = QTable.One / _unit;
        _alphaQ16 = ToQ16(reading.LearningRate * QTable.One);
        _gammaQ16 = ToQ16(reading.Discount * QTable.One);
        _table = new PackedValues(reading.SlotsPerDay * Actions * _width, ToQ16(reading.InitialQ * _q16PerMoney));
    }

    /// <inheritdoc/>
    public double Value(int slot, int action, int prosumer) => Raw(slot, action, prosumer) * _unit / QTable.One;

    /// <summary>An action's value in Q16.16 of the base price of one kWh, as a meter's <see cref="QTable"/> holds it.</summary>
    public int Raw(int slot, int action, int prosumer) => _table[Row(slot, action) + prosumer];

    /// <inheritdoc/>
    public int Compare(int slot, int prosumer) => Raw(slot, 1, prosumer).CompareTo(Raw(slot, 0, prosumer));

    /// <inheritdoc/>
    public void Compare(int slot, int first, Span<bool> syncIsBetter)
    {
        CheckRange(first, syncIsBetter.Length);
        int friendly = Row(slot, 0) + first, sync = Row(slot, 1) + first;
        for (int i = 0; i < syncIsBetter.Length; i += Vectors.Width)
        {
            Vector256<int> better = Vector256.GreaterThan(_table.Load(sync + i), _table.Load(friendly + i));
            Vectors.StoreBytes(PackedValues.Bytes(better), Vectors.Bytes(syncIsBetter), i);
        }
    }

    /// <inheritdoc/>
    public void Update(int slot, int nextSlot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> rewards)
    {
        CheckRange(first, synchronized.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rewards.Length, synchronized.Length);
        int whole = Vectors.Whole(synchronized.Length);
        for (int i = 0; i < whole; i += Vectors.Width)
        {
            ulong choices = Vectors.LoadWholeBytes(Vectors.Bytes(synchronized), i);
            Update(slot, nextSlot, first + i, Vectors.Mask(choices), Vectors.LoadWhole(rewards, i));
        }

        if (whole < synchronized.Length)
        {
            ulong choices = Vectors.LoadBytes(Vectors.Bytes(synchronized), whole);
            Update(slot, nextSlot, first + whole, Vectors.Mask(choices), Vectors.Load(rewards, whole));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Update(int slot, int nextSlot, int first, Vector512<double> synchronizes, Vector512<double> rewards)
    {
        int friendly = Row(slot, 0) + first, sync = Row(slot, 1) + first;
        Vector256<int> oldFriendly = _table.Load(friendly), oldSync = _table.Load(sync);
        Vector512<double> future = nextSlot < 0 ? default
            : PackedValues.Widen(Vector256.Max(_table.Load(Row(nextSlot, 0) + first), _table.Load(Row(nextSlot, 1) + first)));
        Vector256<int> isSync = PackedValues.Narrow(synchronizes.AsInt64());
        Vector512<double> old = PackedValues.Widen(Vector256.ConditionalSelect(isSync, oldSync, oldFriendly));
        Vector256<int> value = PackedValues.Narrow(Next(old, rewards, future));
        _table.Store(Vector256.ConditionalSelect(isSync, oldFriendly, value), friendly);
        _table.Store(Vector256.ConditionalSelect(isSync, value, oldSync), sync);
    }

    /// <inheritdoc/>
    public void Update(int slot, int action, int prosumer, double reward, int nextSlot, int intoSlot, int intoAction)
    {
        int value = QTable.Next(Raw(slot, action, prosumer), ToQ16(reward * _q16PerMoney), Future(nextSlot, prosumer), _alphaQ16, _gammaQ16);
        _table[Row(intoSlot, intoAction) + prosumer] = Math.Clamp(value, -Limit - 1, Limit);
    }

    // QTable.Next eight times. Its products stay below 2^53, so a double holds each of them, and every sum, to the last bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Next(Vector512<double> old, Vector512<double> reward, Vector512<double> future)
    {
        Vector512<double> rewardQ16 = Vector512.Floor((reward * _q16PerMoney) + Vector512.Create(0.5));
        rewardQ16 = Vector512.Min(Vector512.Max(rewardQ16, Vector512.Create((double)int.MinValue)), Vector512.Create((double)int.MaxValue));
        Vector512<double> target = rewardQ16 + Product(future, _gammaQ16);
        Vector512<double> value = old + Product(target - old, _alphaQ16);
        return Vector512.Min(Vector512.Max(value, Vector512.Create(-Limit - 1.0)), Vector512.Create((double)Limit));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Product(Vector512<double> value, int factorQ16) =>
        Vector512.Floor(((value * factorQ16) + Vector512.Create(QTable.One / 2.0)) * (1.0 / QTable.One));

    // Vectors are read and written unchecked.
    private void CheckRange(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(first % Vectors.Width, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)first + (uint)count, (uint)_width);
    }

    private int Future(int slot, int prosumer) => slot < 0 ? 0 : Math.Max(Raw(slot, 0, prosumer), Raw(slot, 1, prosumer));

    // Rows of whole vectors: what a vector writes beyond the last prosumer is nobody's.
    private int Row(int slot, int action) => ((slot * Actions) + action) * _width;

    // To the nearest, halves up; a conversion that does not fit stays at the limit of 32 bits.
    private static int ToQ16(double value) => (int)Math.Floor(value + 0.5);
}
