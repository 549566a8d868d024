// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>What the prosumers' meters report on days with and without a campaign: a synchronizer shows his demand and the extra, and no netting of his generation.</summary>
public sealed class MeterReports
{
    // Demand of a minute against the slot's mean: as uneven as slots against each other. The slot's sum stays as the microgrid has it.
    private const double MinuteSd = 0.15;
    private const int MinutesOfSlot = 15;

    private readonly IHomes _homes;
    private readonly PolicyTable _policy;
    private readonly DetectionCase _case;
    private readonly ulong _seed;
    private readonly double[] _demand;
    private readonly double[] _generation;
    private readonly double[] _shares;

    /// <summary>Reports of some homes.</summary>
    /// <param name="homes">Who lives there.</param>
    /// <param name="policy">When each synchronizes on a campaign day.</param>
    /// <param name="detectionCase">How, and how it is reported.</param>
    /// <param name="seed">Seed of campaign days and of the noise inside slots.</param>
    public MeterReports(IHomes homes, PolicyTable policy, DetectionCase detectionCase, ulong seed)
    {
        (_homes, _policy, _case, _seed) = (homes, policy, detectionCase, seed);
        _demand = new double[homes.Prosumers];
        _generation = new double[homes.Prosumers];
        _shares = new double[detectionCase.ReportsPerSlot];
        NetImportKwh = new double[homes.Prosumers * detectionCase.ReportsPerSlot];
        IsSynchronizing = new bool[homes.Prosumers];
    }

    /// <summary>Import less export by meter and report of the slot read last, kWh.</summary>
    public double[] NetImportKwh { get; }

    /// <summary>Who synchronized in the slot read last: for judging the detector, never shown to it.</summary>
    public bool[] IsSynchronizing { get; }

    /// <summary>Whether a day is one of a campaign.</summary>
    /// <param name="day">The day.</param>
    /// <param name="chance">Part of the days that are.</param>
    public bool IsCampaign(int day, double chance) => CounterRandom.Unit(CounterRandom.Draw(CounterRandom.Key(_seed, RandomStream.Reports, day), 0)) < chance;

    /// <summary>Reads all meters for one slot.</summary>
    public void Read(int day, int slot, bool isCampaign)
    {
        _homes.Demand(day, slot, 0, _demand);
        _homes.Generation(day, slot, 0, _generation);
        ulong key = CounterRandom.Key(_seed, RandomStream.Reports, day, slot + 1);
        for (int meter = 0; meter < _demand.Length; meter++)
        {
            IsSynchronizing[meter] = isCampaign && meter < _case.Colluders && _policy[slot, meter];
            DrawShares(key, meter);
            Read(meter);
        }
    }

    private void Read(int meter)
    {
        int reports = _shares.Length;
        for (int i = 0; i < reports; i++)
        {
            double own = _demand[meter] * _shares[i];
            NetImportKwh[(meter * reports) + i] = IsSynchronizing[meter]
                ? own + (_case.ExtraDemand * _demand[meter] * ExtraShare(i, reports))
                : own - (_generation[meter] / reports);
        }
    }

    private double ExtraShare(int report, int reports)
    {
        bool isConcentrated = _case.IsPulse && reports >= 3;
        return !isConcentrated ? 1.0 / reports : report < reports / 3 ? 3.0 / reports : 0;
    }

    private void DrawShares(ulong key, int meter)
    {
        int reports = _shares.Length;
        double sd = MinuteSd * Math.Sqrt((double)reports / MinutesOfSlot), sum = 0;
        for (int i = 0; i < reports; i++)
        {
            _shares[i] = Math.Max(0, 1 + (sd * NormalTable.Of(CounterRandom.Draw(key, (meter * reports) + i))));
            sum += _shares[i];
        }

        for (int i = 0; i < reports; i++)
        {
            _shares[i] /= sum;
        }
    }
}
