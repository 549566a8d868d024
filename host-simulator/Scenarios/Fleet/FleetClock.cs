// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>
/// Runs meters and market on one thread in the order of virtual time, the market first, then meters by number; after each run the broker delivers all that
/// was said. So a scenario gives the same result every time and everywhere.
/// </summary>
internal sealed class FleetClock
{
    private readonly InProcessBroker _broker;
    private readonly SimulatedMarket _market;
    private readonly PriorityQueue<VirtualMeter, (long UtcMicroseconds, int Meter)> _meters = new();

    public FleetClock(InProcessBroker broker, SimulatedMarket market, IEnumerable<VirtualMeter> meters)
    {
        _broker = broker;
        _market = market;
        foreach (VirtualMeter meter in meters)
        {
            Enqueue(meter);
        }
    }

    /// <summary>Runs all that wants to run before a time.</summary>
    public void RunUntil(long utcMicroseconds)
    {
        for (long now = Next(); now < utcMicroseconds; now = Next())
        {
            if (now < _market.NextUtcMicroseconds)
            {
                VirtualMeter meter = _meters.Dequeue();
                meter.Run();
                Enqueue(meter);
            }

            Deliver(now);
        }
    }

    private long Next()
    {
        long meter = _meters.TryPeek(out _, out (long UtcMicroseconds, int Meter) next) ? next.UtcMicroseconds : long.MaxValue;
        return Math.Min(meter, _market.NextUtcMicroseconds);
    }

    private void Enqueue(VirtualMeter meter) => _meters.Enqueue(meter, (meter.NextUtcMicroseconds, meter.Meter.Meter));

    private void Deliver(long utcMicroseconds)
    {
        _broker.AdvanceTo(utcMicroseconds / 1000);
        _market.RunIfCalled(utcMicroseconds);
        _broker.Pump();
    }
}
