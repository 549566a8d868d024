// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>An aggregator in virtual time.</summary>
internal sealed class SimulatedMarket
{
    private readonly Aggregator _aggregator;

    public SimulatedMarket(Aggregator aggregator, long startUtcSeconds)
    {
        _aggregator = aggregator;
        NextUtcMicroseconds = startUtcSeconds * 1_000_000;
    }

    /// <summary>When it wants to run next, UTC in microseconds.</summary>
    public long NextUtcMicroseconds { get; private set; }

    /// <summary>Runs it when its time has come or messages have.</summary>
    public void RunIfCalled(long utcMicroseconds)
    {
        if (_aggregator.HasReceived || utcMicroseconds >= NextUtcMicroseconds)
        {
            int wait = _aggregator.Step(utcMicroseconds / 1000);
            NextUtcMicroseconds = utcMicroseconds + (wait * 1000L);
        }
    }
}
