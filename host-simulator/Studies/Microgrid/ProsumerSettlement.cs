// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Prosumeter.Simulator.Studies.Homes;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>The second half of a slot: every prosumer's profit, and what he learns from it.</summary>
internal sealed class ProsumerSettlement
{
    private readonly Reading _reading;
    private readonly int _prosumers;
    private readonly double[] _net;
    private readonly Turn[] _turns;
    private readonly double[] _responseKwh;
    private readonly SlotDetail? _detail;
    private readonly SettlementSums[] _sums;
    private IPolicy _policy = null!;
    private double _price;
    private double _deficitPrice;
    private int _slot;

    public ProsumerSettlement(Reading reading, int prosumers, double[] net, Turn[] turns, double[] responseKwh, SlotDetail? detail)
    {
        (_reading, _prosumers, _net, _turns, _responseKwh, _detail) = (reading, prosumers, net, turns, responseKwh, detail);
        _sums = new SettlementSums[Network.Stretches(prosumers)];
        Handle = HandleStretch;
    }

    /// <summary>Stretches of prosumers.</summary>
    public int Stretches => _sums.Length;

    /// <summary>Handles one stretch.</summary>
    public Action<int> Handle { get; }

    /// <summary>Starts the settlement of a slot.</summary>
    public void Start(int slot, double price, double deficitPrice, IPolicy policy) =>
        (_slot, _price, _deficitPrice, _policy) = (slot, price, deficitPrice, policy);

    /// <summary>All stretches together.</summary>
    public SettlementSums Total()
    {
        SettlementSums total = default;
        foreach (ref readonly SettlementSums sums in _sums.AsSpan())
        {
            total.Add(sums);
        }

        return total;
    }

    private void HandleStretch(int stretch)
    {
        int first = stretch * Network.Stretch;
        int count = Math.Min(Network.Stretch, _prosumers - first);
        bool[] synchronized = StretchBuffers.Mine.Synchronize;
        Vector512<double> costs = default, responses = default;
        for (int i = 0; i < count; i += Vectors.Width)
        {
            ulong synchronizes = Synchronizing(Vectors.LoadWholeBytes(MemoryMarshal.AsBytes(_turns.AsSpan()), first + i));
            Vectors.StoreWholeBytes(synchronizes, Vectors.Bytes(synchronized.AsSpan()), i);
            Settle(first + i, Vectors.Mask(synchronizes), ref costs, ref responses);
        }

        _sums[stretch] = new SettlementSums { Cost = Vectors.Sum(costs), ResponsePayments = Vectors.Sum(responses) };
        _policy.Learn(_slot, first, synchronized.AsSpan(0, count), _net.AsSpan(first, count));
    }

    // Of the four turns, as bytes 0 to 3, only Synchronizing is odd and below 2.
    private static ulong Synchronizing(ulong turns) => turns & ~(turns >> 1) & 0x0101010101010101;

    // Sellers' net is already their revenue; what is negative is still to be priced.
    private void Settle(int first, Vector512<double> synchronizes, ref Vector512<double> costs, ref Vector512<double> responses)
    {
        Vector512<double> net = Vectors.LoadWhole(_net, first);
        Vector512<double> price = Vector512.ConditionalSelect(synchronizes, Vector512.Create(_price), Vector512.Create(_deficitPrice));
        Vector512<double> cost = Vector512.MaxNative(-net, default) * price;
        Vector512<double> response = _responseKwh.Length == 0 ? default : Vector512.AndNot(ResponsePayment(first), synchronizes);
        Vector512<double> revenue = Vector512.MaxNative(net, default) + response;
        Vectors.StoreWhole(revenue - cost, _net, first);
        costs += cost;
        responses += response;
        if (_detail != null)
        {
            Vectors.Store(revenue, _detail.Revenue, first);
            Vectors.Store(cost, _detail.Cost, first);
        }
    }

    private Vector512<double> ResponsePayment(int first) =>
        _price > _reading.BasePrice ? Vector512.Create(_responseKwh, first) * (_reading.ResponsePayment * _price) : default;
}
