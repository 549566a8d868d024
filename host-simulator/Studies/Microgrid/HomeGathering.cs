// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>The first half of a slot: what every home uses and generates, and what every prosumer chooses.</summary>
internal sealed class HomeGathering
{
    private readonly IHomes _homes;
    private readonly Reading _reading;
    private readonly ulong _seed;
    private readonly ExtraDemand _extra;
    private readonly double[] _net;
    private readonly Turn[] _turns;
    private readonly double[] _consumerKwh;
    private readonly double[] _responseKwh;
    private readonly SlotDetail? _detail;
    private readonly SlotSums[] _sums;
    private readonly int _prosumerStretches;
    private IPolicy _policy = null!;
    private ulong _detectionKey;
    private int _day;
    private int _slot;

    public HomeGathering(
        IHomes homes, Reading reading, ulong seed, ExtraDemand extra, double[] net, Turn[] turns, double[] consumerKwh, double[] responseKwh, SlotDetail? detail)
    {
        (_homes, _reading, _seed, _extra, _net, _turns) = (homes, reading, seed, extra, net, turns);
        (_consumerKwh, _responseKwh, _detail) = (consumerKwh, responseKwh, detail);
        _prosumerStretches = Network.Stretches(homes.Prosumers);
        _sums = new SlotSums[_prosumerStretches + Network.Stretches(homes.Consumers)];
        Handle = HandleStretch;
    }

    /// <summary>Stretches of prosumers, then stretches of consumers.</summary>
    public int Stretches => _sums.Length;

    /// <summary>Handles one stretch.</summary>
    public Action<int> Handle { get; }

    /// <summary>Starts a slot.</summary>
    public void Start(int day, int slot, IPolicy policy)
    {
        (_day, _slot, _policy) = (day, slot, policy);
        _detectionKey = CounterRandom.Key(_seed, RandomStream.Detection, day, slot);
    }

    /// <summary>All stretches together.</summary>
    public SlotSums Total()
    {
        SlotSums total = default;
        foreach (ref readonly SlotSums sums in _sums.AsSpan())
        {
            total.Add(sums);
        }

        return total;
    }

    private void HandleStretch(int stretch)
    {
        _sums[stretch] = default;
        if (stretch < _prosumerStretches)
        {
            HandleProsumers(stretch, StretchBuffers.Mine);
        }
        else
        {
            HandleConsumers(stretch, StretchBuffers.Mine);
        }
    }

    private void HandleConsumers(int stretch, StretchBuffers buffers)
    {
        int first = (stretch - _prosumerStretches) * Network.Stretch;
        Span<double> demand = buffers.Demand.AsSpan(0, Math.Min(Network.Stretch, _homes.Consumers - first));
        _homes.Demand(_day, _slot, _homes.Prosumers + first, demand);
        _sums[stretch].ConsumerKwh = Sum(demand);
        if (_consumerKwh.Length > 0)
        {
            demand.CopyTo(_consumerKwh.AsSpan(first));
        }

        if (_detail != null)
        {
            demand.CopyTo(_detail.DemandKwh.AsSpan(_homes.Prosumers + first));
        }
    }

    private void HandleProsumers(int stretch, StretchBuffers buffers)
    {
        int first = stretch * Network.Stretch;
        int count = Math.Min(Network.Stretch, _homes.Prosumers - first);
        Span<double> demand = buffers.Demand.AsSpan(0, count), generation = buffers.Generation.AsSpan(0, count);
        Span<bool> synchronize = buffers.Synchronize.AsSpan(0, count);
        _homes.Demand(_day, _slot, first, demand);
        _homes.Generation(_day, _slot, first, generation);
        _policy.Choose(_day, _slot, first, generation, synchronize);
        SlotSums sums = default;
        for (int i = 0; i < count; i++)
        {
            if (synchronize[i])
            {
                Synchronize(stretch, first + i, demand[i], generation[i], ref sums);
            }
            else
            {
                BeFriendly(first + i, demand[i], generation[i], ref sums);
            }
        }

        _sums[stretch] = sums;
        if (_detail != null)
        {
            demand.CopyTo(_detail.DemandKwh.AsSpan(first));
            generation.CopyTo(_detail.GenerationKwh.AsSpan(first));
        }
    }

    private void BeFriendly(int prosumer, double demand, double generation, ref SlotSums sums)
    {
        double net = generation - demand;
        _net[prosumer] = net;
        _turns[prosumer] = Turn.Friendly;
        sums.ProsumerKwh += demand;
        sums.SurplusKwh += Math.Max(net, 0);
        sums.DeficitKwh -= Math.Min(net, 0);
        if (_responseKwh.Length > 0)
        {
            _responseKwh[prosumer] = demand * _reading.ExtraDemand;
        }
    }

    // His net becomes what he is charged for, in kWh at the operator's price.
    private void Synchronize(int stretch, int prosumer, double demand, double generation, ref SlotSums sums)
    {
        double extra = demand * _reading.ExtraDemand;
        bool isFlagged = _reading.Detection > 0 && CounterRandom.Unit(CounterRandom.Draw(_detectionKey, prosumer)) < _reading.Detection;
        if (!isFlagged)
        {
            _extra.Add(stretch, _day, prosumer, extra);
        }

        _net[prosumer] = -(Charged(demand, extra, generation) + (isFlagged ? _reading.Fine * demand : 0));
        _turns[prosumer] = Turn.Synchronizing;
        sums.ProsumerKwh += demand;
        sums.SynchronizerKwh += demand;
        sums.AvoidedKwh += Math.Max(demand - generation, 0);
        sums.Synchronizers++;
    }

    private double Charged(double demand, double extra, double generation) => _reading.SyncCharge switch
    {
        SyncCharge.OwnDemand => demand,
        SyncCharge.OwnAndExtraDemand => demand + extra,
        SyncCharge.Deficit => Math.Max(demand - generation, 0),
        _ => 0,
    };

    private static double Sum(ReadOnlySpan<double> kwh)
    {
        double sum = 0;
        foreach (double one in kwh)
        {
            sum += one;
        }

        return sum;
    }
}
