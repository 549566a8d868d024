// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Days of other homes, kept: for replaying the same days under many policies.</summary>
public sealed class RecordedHomes : IHomes
{
    private readonly int _firstDay;
    private readonly int _slotsPerDay;
    private readonly double[] _demand;
    private readonly double[] _generation;

    /// <summary>Records <paramref name="days"/> days from <paramref name="firstDay"/> on.</summary>
    public RecordedHomes(IHomes homes, int slotsPerDay, int firstDay, int days)
    {
        Prosumers = homes.Prosumers;
        Consumers = homes.Consumers;
        ExpectedPeakKwh = homes.ExpectedPeakKwh;
        _firstDay = firstDay;
        _slotsPerDay = slotsPerDay;
        _demand = new double[days * slotsPerDay * (Prosumers + Consumers)];
        _generation = new double[days * slotsPerDay * Prosumers];
        for (int i = 0; i < days * slotsPerDay; i++)
        {
            homes.Demand(firstDay + (i / slotsPerDay), i % slotsPerDay, 0, Row(_demand, i, Prosumers + Consumers));
            homes.Generation(firstDay + (i / slotsPerDay), i % slotsPerDay, 0, Row(_generation, i, Prosumers));
        }
    }

    /// <inheritdoc/>
    public int Prosumers { get; }

    /// <inheritdoc/>
    public int Consumers { get; }

    /// <inheritdoc/>
    public double ExpectedPeakKwh { get; }

    /// <inheritdoc/>
    public void Demand(int day, int slot, int first, Span<double> kwh) =>
        Row(_demand, Index(day, slot), Prosumers + Consumers).Slice(first, kwh.Length).CopyTo(kwh);

    /// <inheritdoc/>
    public void Generation(int day, int slot, int first, Span<double> kwh) =>
        Row(_generation, Index(day, slot), Prosumers).Slice(first, kwh.Length).CopyTo(kwh);

    private int Index(int day, int slot) => ((day - _firstDay) * _slotsPerDay) + slot;

    private static Span<double> Row(double[] table, int row, int width) => table.AsSpan(row * width, width);
}
