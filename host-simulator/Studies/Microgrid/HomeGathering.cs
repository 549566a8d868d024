// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    private readonly BuyerQueue _queue;
    private readonly double[] _responseKwh;
    private readonly SlotDetail? _detail;
    private readonly SlotSums[] _sums;
    private readonly int _prosumerStretches;
    private IPolicy _policy = null!;
    private ulong _detectionKey;
    private int _day;
    private int _slot;

    public HomeGathering(
        IHomes homes, Reading reading, ulong seed, ExtraDemand extra, double[] net, Turn[] turns, BuyerQueue queue, double[] responseKwh, SlotDetail? detail)
    {
        (_homes, _reading, _seed, _extra, _net, _turns) = (homes, reading, seed, extra, net, turns);
        (_queue, _responseKwh, _detail) = (queue, responseKwh, detail);
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
        _sums[stretch].ConsumerKwh = Vectors.Sum(demand);
        _queue.TakeConsumers(first, demand);
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
        MemoryMarshal.Cast<bool, Turn>(synchronize).CopyTo(_turns.AsSpan(first));
        buffers.ClearAfter(count);
        _sums[stretch] = Account(stretch, first, count, buffers);
        if (_detail != null)
        {
            demand.CopyTo(_detail.DemandKwh.AsSpan(first));
            generation.CopyTo(_detail.GenerationKwh.AsSpan(first));
        }
    }

    // A friendly prosumer's net is what he has to sell or must buy; a synchronizer's is what he is charged for, in kWh at the operator's price.
    private SlotSums Account(int stretch, int first, int count, StretchBuffers buffers)
    {
        ProsumerLanes lanes = default;
        int synchronizers = 0;
        for (int i = 0; i < count; i += Vectors.Width)
        {
            Vector512<double> demand = Vectors.LoadWhole(buffers.Demand, i), generation = Vectors.LoadWhole(buffers.Generation, i);
            ulong choices = Vectors.LoadWholeBytes(Vectors.Bytes(buffers.Synchronize), i);
            Vector512<double> synchronizes = Vectors.Mask(choices), extra = demand * _reading.ExtraDemand;
            Vector512<double> flagged = _reading.Detection > 0 ? synchronizes & Flagged(first + i) : default;
            lanes.Add(demand, generation, synchronizes);
            AddExtra(ref lanes, stretch, first + i, Vector512.AndNot(extra & synchronizes, flagged));
            synchronizers += BitOperations.PopCount(choices);
            Vector512<double> charged = Charged(demand, extra, generation) + (demand * _reading.Fine & flagged);
            Vectors.StoreWhole(Vector512.ConditionalSelect(synchronizes, -charged, generation - demand), _net, first + i);
            if (_responseKwh.Length > 0)
            {
                extra.CopyTo(_responseKwh, first + i);
            }
        }

        AddAtOnce(stretch, Vectors.Sum(lanes.Extra));
        return lanes.Total(synchronizers);
    }

    private void AddAtOnce(int stretch, double extra)
    {
        if (_reading.JitterSlots == 0)
        {
            _extra.Add(stretch, _day, 0, extra);
        }
    }

    private void AddExtra(ref ProsumerLanes lanes, int stretch, int first, Vector512<double> extra)
    {
        if (_reading.JitterSlots == 0)
        {
            lanes.Extra += extra;
            return;
        }

        for (int i = 0; i < Vectors.Width; i++)
        {
            if (extra[i] > 0)
            {
                _extra.Add(stretch, _day, first + i, extra[i]);
            }
        }
    }

    private Vector512<double> Flagged(int first) =>
        Vector512.LessThan(CounterRandom.Unit(CounterRandom.Draw8(_detectionKey, first)), Vector512.Create(_reading.Detection));

    private Vector512<double> Charged(Vector512<double> demand, Vector512<double> extra, Vector512<double> generation) => _reading.SyncCharge switch
    {
        SyncCharge.OwnDemand => demand,
        SyncCharge.OwnAndExtraDemand => demand + extra,
        SyncCharge.Deficit => Vector512.MaxNative(demand - generation, default),
        _ => default,
    };
}
