// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>The second half of a slot: every prosumer's profit, and what he learns from it.</summary>
internal sealed class ProsumerSettlement
{
    private readonly Reading _reading;
    private readonly double[] _net;
    private readonly Turn[] _turns;
    private readonly double[] _responseKwh;
    private readonly SlotDetail? _detail;
    private readonly SettlementSums[] _sums;
    private IPolicy _policy = null!;
    private double _price;
    private double _deficitPrice;
    private int _slot;

    public ProsumerSettlement(Reading reading, double[] net, Turn[] turns, double[] responseKwh, SlotDetail? detail)
    {
        (_reading, _net, _turns, _responseKwh, _detail) = (reading, net, turns, responseKwh, detail);
        _sums = new SettlementSums[Network.Stretches(net.Length)];
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
        int count = Math.Min(Network.Stretch, _net.Length - first);
        Span<bool> synchronized = StretchBuffers.Mine.Synchronize.AsSpan(0, count);
        SettlementSums sums = default;
        for (int i = 0; i < count; i++)
        {
            synchronized[i] = _turns[first + i] == Turn.Synchronizing;
            Settle(first + i, ref sums);
        }

        _sums[stretch] = sums;
        _policy.Learn(_slot, first, synchronized, _net.AsSpan(first, count));
    }

    // Sellers' net is already their revenue; what is negative is still to be priced.
    private void Settle(int prosumer, ref SettlementSums sums)
    {
        double net = _net[prosumer];
        bool isSynchronizing = _turns[prosumer] == Turn.Synchronizing;
        double cost = net < 0 ? -net * (isSynchronizing ? _price : _deficitPrice) : 0;
        double response = isSynchronizing || _responseKwh.Length == 0 ? 0 : ResponsePayment(prosumer);
        double revenue = Math.Max(net, 0) + response;
        _net[prosumer] = revenue - cost;
        sums.Cost += cost;
        sums.ResponsePayments += response;
        if (_detail != null)
        {
            (_detail.Revenue[prosumer], _detail.Cost[prosumer]) = (revenue, cost);
        }
    }

    private double ResponsePayment(int prosumer) =>
        _price > _reading.BasePrice ? _reading.ResponsePayment * _price * _responseKwh[prosumer] : 0;
}
