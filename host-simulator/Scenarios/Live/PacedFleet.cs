// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>
/// Virtual meters at the pace of a clock, on any broker: whole firmwares, each run when its time has come. A computer that is too slow makes all of them late, but
/// none loses a sample.
/// </summary>
public sealed class PacedFleet : IDisposable
{
    private readonly PriorityQueue<VirtualMeter, (long UtcMicroseconds, int Meter)> _due = new();
    private readonly List<VirtualMeter> _meters;

    /// <summary>Installs the meters; they start with the first run.</summary>
    /// <param name="settings">What they are.</param>
    /// <param name="broker">Their way to the market.</param>
    /// <param name="startUtcSeconds">When they are switched on, UTC seconds.</param>
    public PacedFleet(FleetSettings settings, IMqttBroker broker, long startUtcSeconds)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _meters = DemoHomes.Of(new DemoSettings { Meters = settings.Meters, Seed = settings.Seed }, startUtcSeconds, StandardTariff.FeedInMicros)
            .Select((home, index) => home with { Meter = home.Meter with { Meter = settings.FirstMeter + index, Cluster = settings.Cluster } })
            .Select(home => new VirtualMeter(home.Meter, home.Profile, broker, startUtcSeconds, settings.SlotSeconds, FlashFile(settings.FlashFolder, home.Meter)))
            .ToList();
        foreach (VirtualMeter meter in _meters)
        {
            meter.Started += () => Starts++;
            _due.Enqueue(meter, (meter.NextUtcMicroseconds, meter.Meter.Meter));
        }
    }

    /// <summary>Number of meters.</summary>
    public int Count => _meters.Count;

    /// <summary>Starts of firmwares, the first of each meter included.</summary>
    public int Starts { get; private set; }

    /// <summary>When the next meter wants to run, UTC in microseconds.</summary>
    public long NextUtcMicroseconds => _due.TryPeek(out _, out (long UtcMicroseconds, int Meter) next) ? next.UtcMicroseconds : long.MaxValue;

    /// <summary>Runs what is due, for a while at most.</summary>
    /// <param name="utcMicroseconds">The time.</param>
    /// <param name="mostRuns">How many runs of single meters.</param>
    public void Run(long utcMicroseconds, int mostRuns)
    {
        for (int run = 0; run < mostRuns && NextUtcMicroseconds <= utcMicroseconds; run++)
        {
            VirtualMeter meter = _due.Dequeue();
            meter.Run();
            _due.Enqueue(meter, (meter.NextUtcMicroseconds, meter.Meter.Meter));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meters.ForEach(meter => meter.Dispose());

    private static string? FlashFile(string? folder, MeterSpecification meter) =>
        folder is null ? null : Path.Combine(folder, $"{meter.Cluster}-{meter.Meter}.flash");
}
