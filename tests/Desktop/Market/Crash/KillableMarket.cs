// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>A market that is killed at an act; another one is then started on its ledger at once.</summary>
internal sealed class KillableMarket : IDisposable
{
    private readonly InProcessBroker _broker;
    private readonly CrashingBroker _way;
    private readonly string _path;
    private readonly Func<IMqttBroker, Ledger, Aggregator> _start;
    private Aggregator _market;

    /// <summary>Starts the first market.</summary>
    /// <param name="broker">The broker that outlives it.</param>
    /// <param name="path">File of its ledger.</param>
    /// <param name="crashAt">The act at which it is killed; 0 for never.</param>
    /// <param name="start">Makes a market on a way to the broker and a ledger.</param>
    public KillableMarket(InProcessBroker broker, string path, int crashAt, Func<IMqttBroker, Ledger, Aggregator> start)
    {
        _broker = broker;
        _way = new CrashingBroker(broker) { CrashAt = crashAt };
        _path = path;
        _start = start;
        Ledger = Ledger.Open(path);
        _market = start(_way, Ledger);
    }

    public Ledger Ledger { get; private set; }

    public int Kills { get; private set; }

    public int Acts => _way.Acts;

    /// <summary>Steps until a step ends alive.</summary>
    public void StepUntilAlive(long utcMilliseconds)
    {
        bool isDone = false;
        while (!isDone)
        {
            isDone = TryStep(utcMilliseconds);
        }
    }

    public void Dispose()
    {
        _way.Bury();
        Ledger.Dispose();
    }

    private bool TryStep(long utcMilliseconds)
    {
        try
        {
            _broker.AdvanceTo(utcMilliseconds);
            _market.Step(utcMilliseconds);
            _broker.Pump();
            return true;
        }
        catch (CrashException)
        {
            Kills++;
            Dispose();
            _broker.Pump();
            Ledger = Ledger.Open(_path);
            _market = _start(_way, Ledger);
            return false;
        }
    }
}
