// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Workloads.Live;

/// <summary>
/// One slot of a live market: all meters bid at once over a real broker with QoS 1; their bids are written to a ledger, cleared, and each meter gets its award. A run
/// ends when the last award is there and the market owes the broker nothing.
/// </summary>
public sealed class LiveSlotWorkload : IWorkload, IDisposable
{
    private const string Cluster = "bench";
    private const int MetersPerConnection = 100;
    private const int SlotSeconds = 900;
    private const int FirstSlot = 1000;
    private const int Sessions = 16;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly int _bids;
    private readonly MosquittoBroker _marketSide;
    private readonly MosquittoBroker _meterSide;
    private readonly Aggregator _market;
    private readonly MeterConnection[] _meters;
    private int _slot = FirstSlot;

    /// <summary>Connects market and meters.</summary>
    /// <param name="port">Port of a Mosquitto on this computer.</param>
    /// <param name="bids">Bids of a slot, one a meter.</param>
    /// <param name="ledger">The market's books.</param>
    public LiveSlotWorkload(int port, int bids, Ledger ledger)
    {
        _bids = bids;
        _marketSide = new MosquittoBroker("127.0.0.1", port);
        _meterSide = new MosquittoBroker("127.0.0.1", port);
        _market = new Aggregator(_marketSide, new AggregatorSettings(Cluster, DailyTariff.Flat(new TariffPrices(300_000, 80_000)), new PayAsAskRule()) { Sessions = Sessions }, ledger);
        _market.Step(StartOf(FirstSlot));
        _meters = Enumerable.Range(1, bids).Chunk(MetersPerConnection).Select(meters => new MeterConnection(_meterSide, Cluster, meters)).ToArray();
    }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"live slot, {_bids} bids through Mosquitto");

    /// <inheritdoc/>
    public Limit? Limit => _bids == 10_000 ? new Limit(WallMilliseconds: 5000) : null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A bid or an award was lost.</exception>
    public void Run()
    {
        long start = StartOf(_slot);
        _market.Step(start);
        Task bidding = Task.Run(() => Array.ForEach(_meters, meters => meters.Bid(_slot + 1)));
        StepUntil(start, () => _market.OpenBids == _bids, () => $"{_market.OpenBids} of {_bids} bids came");
        bidding.Wait();
        StepUntil(start + ((SlotSeconds - AggregatorSettings.DefaultGateSeconds) * 1000L), AllAwarded, () => $"{_meters.Sum(meters => meters.Awarded)} of {_bids} awards came");
        if (_meters.Sum(meters => meters.BoughtLessSoldMilliwattHours) != 0)
        {
            throw new InvalidOperationException("More was bought than sold, or less.");
        }

        _slot++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_meters, meters => meters.Dispose());
        _market.Dispose();
        _marketSide.Dispose();
        _meterSide.Dispose();
    }

    private static long StartOf(int slot) => (long)slot * SlotSeconds * 1000;

    private bool AllAwarded() => _market.OwedMessages == 0 && _meters.Sum(meters => meters.Awarded) == _bids;

    private void StepUntil(long utcMilliseconds, Func<bool> isDone, Func<string> state)
    {
        long started = Stopwatch.GetTimestamp();
        _market.Step(utcMilliseconds);
        while (!isDone())
        {
            if (Stopwatch.GetElapsedTime(started) > s_patience)
            {
                throw new InvalidOperationException($"In {s_patience.TotalSeconds} s {state()}.");
            }

            if (_market.HasReceived)
            {
                _market.Step(utcMilliseconds);
            }
            else
            {
                Thread.Sleep(1);
            }
        }
    }
}
