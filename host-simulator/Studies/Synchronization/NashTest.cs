// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>
/// Asks whether a profile of policies is a Nash equilibrium: could one prosumer alone earn more? Every deviation is measured on the same days
/// as the profile itself, with the buyers' average price, so that luck plays no part. Gains are in per cent of the prosumers' mean sales.
/// </summary>
public sealed class NashTest
{
    private const int Passes = 2;

    private readonly Reading _reading;
    private readonly RecordedHomes _homes;
    private readonly int _firstDay;
    private readonly int _days;
    private readonly ulong _seed;

    /// <summary>A test on some days of some homes; as many fresh days follow, on which best responses are measured again.</summary>
    public NashTest(Reading reading, IHomes homes, ulong seed, int firstDay, int days)
    {
        _reading = reading with { BuyerOrder = BuyerOrder.ProRata };
        _homes = new RecordedHomes(homes, reading.SlotsPerDay, firstDay, 2 * days);
        (_seed, _firstDay, _days) = (seed, firstDay, days);
    }

    /// <summary>Tests a profile.</summary>
    /// <param name="profile">What everybody does.</param>
    /// <param name="prosumerDone">Called after each prosumer whose deviations were tried.</param>
    public NashResult Test(PolicyTable profile, Action? prosumerDone = null)
    {
        DayStatistics seen = Run(profile, fresh: false), fresh = Run(profile, fresh: true);
        Deviation[] deviations = new Deviation[profile.Prosumers];
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] = Deviate(profile, i, seen, fresh);
            prosumerDone?.Invoke();
        }

        return new NashResult(deviations);
    }

    private Deviation Deviate(PolicyTable profile, int prosumer, DayStatistics seen, DayStatistics fresh)
    {
        double own = seen.ProfitOf(prosumer);
        double unit = 100 * profile.Prosumers / Math.Max(seen.Revenue, double.Epsilon);
        double[] flips = [.. Enumerable.Range(0, profile.Slots).Select(slot => (Flipped(profile, slot, prosumer) - own) * unit)];
        PolicyTable best = BestResponse(profile, prosumer, own);
        return new Deviation(
            flips,
            (Run(profile.WithAll(prosumer, false), fresh: false).ProfitOf(prosumer) - own) * unit,
            (Run(profile.WithAll(prosumer, true), fresh: false).ProfitOf(prosumer) - own) * unit,
            (Run(best, fresh: true).ProfitOf(prosumer) - fresh.ProfitOf(prosumer)) * unit);
    }

    // Coordinate ascent: every slot is flipped and stays so when that pays.
    private PolicyTable BestResponse(PolicyTable profile, int prosumer, double profit)
    {
        PolicyTable best = profile.Copy();
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int slot = 0; slot < best.Slots; slot++)
            {
                double flipped = Flipped(best, slot, prosumer);
                if (flipped > profit)
                {
                    profit = flipped;
                    best[slot, prosumer] = !best[slot, prosumer];
                }
            }
        }

        return best;
    }

    private double Flipped(PolicyTable policy, int slot, int prosumer)
    {
        policy[slot, prosumer] = !policy[slot, prosumer];
        double profit = Run(policy, fresh: false).ProfitOf(prosumer);
        policy[slot, prosumer] = !policy[slot, prosumer];
        return profit;
    }

    private DayStatistics Run(PolicyTable policy, bool fresh)
    {
        DayStatistics statistics = new(_reading.SlotsPerDay, policy.Prosumers);
        new Network(_homes, _reading, _seed).Run(fresh ? _firstDay + _days : _firstDay, _days, policy, statistics);
        return statistics;
    }
}
