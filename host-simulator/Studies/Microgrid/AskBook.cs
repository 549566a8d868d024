// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>
/// The prosumers' asks and their merit order: ascending, ties to the lower number. The order is kept from slot to slot: all asks that
/// rose keep their order among themselves, as do all that fell, so three sorted lists are merged instead of sorting anew.
/// </summary>
public sealed class AskBook
{
    private readonly double[] _asks;
    private readonly int[] _order;

    /// <summary>A book in which every ask is the same.</summary>
    public AskBook(int prosumers, double ask)
    {
        _asks = new double[prosumers];
        _order = new int[prosumers];
        Reset(ask);
    }

    /// <summary>Asks by prosumer, money per kWh.</summary>
    public ReadOnlySpan<double> Asks => _asks;

    /// <summary>Prosumers by ask.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Sets every ask.</summary>
    public void Reset(double ask)
    {
        _asks.AsSpan().Fill(ask);
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }

    /// <summary>Multiplies one ask; <see cref="Restore"/> must follow before the order is used again.</summary>
    public void Multiply(int prosumer, double factor, double floor) => _asks[prosumer] = Math.Max(floor, _asks[prosumer] * factor);

    /// <summary>Lowers every ask above a price to it.</summary>
    public void Cap(double price)
    {
        for (int i = 0; i < _asks.Length; i++)
        {
            _asks[i] = Math.Min(_asks[i], price);
        }
    }

    /// <summary>Restores the merit order after a slot.</summary>
    /// <param name="turns">What became of each ask, by prosumer.</param>
    /// <param name="scratch">Room for two numbers a prosumer.</param>
    public void Restore(ReadOnlySpan<Turn> turns, Span<int> scratch)
    {
        Span<int> raised = scratch[.._order.Length], others = scratch.Slice(_order.Length, _order.Length);
        int up = 0, down = 0, kept = others.Length;
        foreach (int prosumer in _order)
        {
            switch (turns[prosumer])
            {
                case Turn.Raised:
                    raised[up++] = prosumer;
                    break;
                case Turn.Lowered:
                    others[down++] = prosumer;
                    break;
                default:
                    others[--kept] = prosumer;
                    break;
            }
        }

        others[kept..].Reverse();
        SortIfNeeded(raised[..up]);
        SortIfNeeded(others[..down]);
        SortIfNeeded(others[kept..]);
        Merge(raised[..up], others[..down], others[kept..]);
    }

    // Rounding or a cap makes equals of asks that differed: those stand by ask, but not by number. A rise by transactions mixes all.
    private void SortIfNeeded(Span<int> list)
    {
        for (int i = 1; i < list.Length; i++)
        {
            if (_asks[list[i]] < _asks[list[i - 1]])
            {
                list.Sort((a, b) => Before(a, b) ? -1 : 1);
                return;
            }

            if (_asks[list[i]] == _asks[list[i - 1]] && list[i] < list[i - 1])
            {
                i = SortEquals(list, i);
            }
        }
    }

    // Sorts the equals around a place by number; gives the place of the last.
    private int SortEquals(Span<int> list, int place)
    {
        double ask = _asks[list[place]];
        int from = place, to = place;
        while (from > 0 && _asks[list[from - 1]] == ask)
        {
            from--;
        }

        while (to + 1 < list.Length && _asks[list[to + 1]] == ask)
        {
            to++;
        }

        list[from..(to + 1)].Sort();
        return to;
    }

    private void Merge(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ReadOnlySpan<int> c)
    {
        int i = 0, j = 0, k = 0;
        for (int place = 0; place < _order.Length; place++)
        {
            bool secondFirst = i == a.Length || (j < b.Length && Before(b[j], a[i]));
            int least = secondFirst ? (j < b.Length ? b[j] : -1) : a[i];
            if (least < 0 || (k < c.Length && Before(c[k], least)))
            {
                _order[place] = c[k++];
            }
            else
            {
                _order[place] = least;
                (i, j) = secondFirst ? (i, j + 1) : (i + 1, j);
            }
        }
    }

    private bool Before(int a, int b) => _asks[a] < _asks[b] || (_asks[a] == _asks[b] && a < b);
}
