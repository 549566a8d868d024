// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>A broker and a market inside the process, for a meter that has no other. Nothing happens on threads of their own: <see cref="Step"/> is called often.</summary>
public sealed class LiveMarket : IDisposable
{
    private readonly InProcessBroker _broker = new();
    private readonly Aggregator _aggregator;
    private readonly IBoardTime _time;

    /// <summary>A market of one cluster in the board's time, with the standard tariff.</summary>
    public LiveMarket(string cluster, int slotSeconds, IBoardTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        AggregatorSettings settings = new(cluster, StandardTariff.Create(), new PayAsAskRule())
        {
            SlotSeconds = slotSeconds,
            GateSeconds = Math.Min(AggregatorSettings.DefaultGateSeconds, slotSeconds / 4),
        };
        _aggregator = new Aggregator(_broker, settings);
    }

    /// <summary>The broker.</summary>
    public IMqttBroker Broker => _broker;

    /// <summary>Lets broker and market do what is due.</summary>
    public void Step()
    {
        _broker.AdvanceTo(_time.MonotonicMicroseconds / 1000);
        _aggregator.Step(_time.UtcMicroseconds / 1000);
        _broker.Pump();
    }

    /// <inheritdoc/>
    public void Dispose() => _aggregator.Dispose();
}
