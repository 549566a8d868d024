// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// A radial low-voltage feeder with a linearised power flow (the DistFlow equations of Baran and Wu 1989 without losses): a line carries the sum of all loads
/// behind it, and the squared voltage falls along it by 2 (r P + x Q). Bus 0 is the transformer at nominal voltage.
/// </summary>
public sealed class RadialFeeder
{
    private readonly FeederLine[] _linesFromRoot;
    private readonly double _nominalVolts;
    private readonly double _band;

    /// <summary>Builds a feeder.</summary>
    /// <param name="lines">One line for each bus but bus 0, numbered 1 to the number of lines; together they form a tree.</param>
    /// <param name="nominalVolts">Nominal voltage line to line in V, such as 400.</param>
    /// <param name="voltageBandPermille">Allowed deviation in per mille; 100 by EN 50160.</param>
    /// <exception cref="ArgumentException">The lines are no tree from bus 0, or a number is out of range; the message names the line.</exception>
    public RadialFeeder(IReadOnlyList<FeederLine> lines, double nominalVolts = 400, int voltageBandPermille = 100)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nominalVolts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(voltageBandPermille);
        _nominalVolts = nominalVolts;
        _band = voltageBandPermille / 1000.0;
        _linesFromRoot = FromRoot(lines);
    }

    /// <summary>Number of buses, bus 0 included.</summary>
    public int BusCount => _linesFromRoot.Length + 1;

    /// <summary>Solves the flow.</summary>
    /// <param name="netLoadWatts">Load minus feed-in at each bus in W.</param>
    /// <param name="powerFactorTangent">Reactive over real power of the loads; 0 for purely real power.</param>
    public FeederState Solve(IReadOnlyList<double> netLoadWatts, double powerFactorTangent = 0)
    {
        ArgumentNullException.ThrowIfNull(netLoadWatts);
        if (netLoadWatts.Count != BusCount)
        {
            throw new ArgumentException($"{netLoadWatts.Count} loads for {BusCount} buses", nameof(netLoadWatts));
        }

        double[] flow = netLoadWatts.ToArray();
        foreach (FeederLine line in _linesFromRoot.Reverse())
        {
            flow[line.FromBus] += flow[line.ToBus];
        }

        var squared = new double[BusCount];
        squared[0] = _nominalVolts * _nominalVolts;
        foreach (FeederLine line in _linesFromRoot)
        {
            double drop = 2 * flow[line.ToBus] * (line.ResistanceOhms + (line.ReactanceOhms * powerFactorTangent));
            squared[line.ToBus] = Math.Max(0, squared[line.FromBus] - drop);
        }

        return new FeederState(squared.Select(Math.Sqrt).ToArray(), flow);
    }

    /// <summary>The first limit that a load would break: thermal limits from the transformer outwards, then voltages. Null when all hold.</summary>
    public NetworkConstraint? FirstViolation(IReadOnlyList<double> netLoadWatts)
    {
        FeederState state = Solve(netLoadWatts);
        return _linesFromRoot.Select(line => Thermal(line, state)).Concat(_linesFromRoot.Select(line => Voltage(line.ToBus, state))).FirstOrDefault(c => c is not null);
    }

    private static NetworkConstraint? Thermal(FeederLine line, FeederState state)
    {
        double watts = Math.Abs(state.LineWatts[line.ToBus]);
        return watts > line.ThermalLimitWatts ? new NetworkConstraint(NetworkConstraintKind.Thermal, line.ToBus, watts, line.ThermalLimitWatts) : null;
    }

    private NetworkConstraint? Voltage(int bus, FeederState state)
    {
        double volts = state.BusVolts[bus];
        double low = _nominalVolts * (1 - _band), high = _nominalVolts * (1 + _band);
        return volts < low ? new NetworkConstraint(NetworkConstraintKind.Voltage, bus, volts, low)
            : volts > high ? new NetworkConstraint(NetworkConstraintKind.Voltage, bus, volts, high)
            : null;
    }

    private static FeederLine[] FromRoot(IReadOnlyList<FeederLine> lines)
    {
        var byStart = lines.ToLookup(Checked);
        var ordered = new List<FeederLine>();
        var reached = new HashSet<int> { 0 };
        var waiting = new Queue<int>([0]);
        while (waiting.TryDequeue(out int bus))
        {
            foreach (FeederLine line in byStart[bus].OrderBy(l => l.ToBus))
            {
                if (!reached.Add(line.ToBus) || line.ToBus > lines.Count)
                {
                    throw new ArgumentException($"line {line.FromBus}-{line.ToBus}: bus {line.ToBus} is reached twice or is not between 1 and {lines.Count}", nameof(lines));
                }

                ordered.Add(line);
                waiting.Enqueue(line.ToBus);
            }
        }

        return ordered.Count == lines.Count ? ordered.ToArray()
            : throw new ArgumentException($"line {lines.Except(ordered).First().FromBus}-{lines.Except(ordered).First().ToBus} hangs on no bus that leads to bus 0", nameof(lines));
    }

    private static int Checked(FeederLine line) =>
        line.ResistanceOhms >= 0 && line.ReactanceOhms >= 0 && line.ThermalLimitWatts > 0 ? line.FromBus
            : throw new ArgumentException($"line {line.FromBus}-{line.ToBus}: resistance and reactance are 0 or more, the thermal limit is above 0", nameof(line));
}
