// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>Makes the courses of some clusters out of their slots. A long simulation has several slots in a point, so that a plot stays readable and a page small.</summary>
internal sealed class SeriesBuilder
{
    private const int MostPoints = 1000;
    private const double MilliwattHoursPerKilowattHour = 1e6;
    private const double MicrosPerUnit = 1e6;
    private readonly SimulationOutcome _outcome;
    private readonly int _slotsPerPoint;

    public SeriesBuilder(SimulationOutcome outcome)
    {
        _outcome = outcome;
        _slotsPerPoint = (outcome.Clusters[0].Slots.Count + MostPoints - 1) / MostPoints;
    }

    /// <summary>Starts of the points, UTC seconds.</summary>
    public IReadOnlyList<long> Times =>
        _outcome.Clusters[0].Slots.Where((_, index) => index % _slotsPerPoint == 0).Select(slot => (long)slot.Slot * _outcome.SlotSeconds).ToList();

    /// <summary>The courses of some clusters, added up.</summary>
    /// <param name="name">What they are called.</param>
    /// <param name="clusters">The clusters.</param>
    /// <param name="without">The same clusters without a market, or null.</param>
    public PageSeries Of(string name, IReadOnlyList<ClusterOutcome> clusters, IReadOnlyList<ClusterOutcome>? without)
    {
        double capacity = clusters.Sum(cluster => cluster.Homes.Sum(home => home.StorageWattHours / 1000.0));
        return new PageSeries
        {
            Name = name,
            Retail = Of(clusters, slots => slots.Average(slot => slot.RetailMicrosPerKilowattHour) / MicrosPerUnit, 4),
            FeedIn = Of(clusters, slots => slots.Average(slot => slot.FeedInMicrosPerKilowattHour) / MicrosPerUnit, 4),
            LocalPrice = Of(clusters, slots => Price(slots.Sum(slot => slot.PaidMicros), slots.Sum(slot => slot.BoughtMilliwattHours)), 4),
            UpperPrice = Of(clusters, slots => Price(slots.Sum(slot => slot.UpperPaidMicros), slots.Sum(slot => slot.UpperBoughtMilliwattHours)), 4),
            Local = Power(clusters, slot => slot.BoughtMilliwattHours),
            Upper = Power(clusters, slot => slot.UpperBoughtMilliwattHours),
            OperatorSold = Power(clusters, slot => slot.OperatorSoldMilliwattHours),
            OperatorBought = Power(clusters, slot => slot.OperatorBoughtMilliwattHours),
            Net = Power(clusters, slot => slot.ImportMilliwattHours - slot.ExportMilliwattHours),
            NetWithout = without is null ? null : Power(without, slot => slot.ImportMilliwattHours - slot.ExportMilliwattHours),
            Load = Power(clusters, slot => slot.LoadMilliwattHours),
            Generation = Power(clusters, slot => slot.GenerationMilliwattHours),
            Cut = Power(clusters, slot => slot.CutMilliwattHours),
            Charge = capacity == 0 ? null : Of(clusters, slots => slots.Sum(slot => slot.StoredMilliwattHours) / MilliwattHoursPerKilowattHour / capacity * 100 * clusters.Count / slots.Count, 2),
            Refused = Of(clusters, slots => slots.Sum(slot => slot.Refused), 0),
            Shortfall = Of(clusters, slots => slots.Sum(slot => slot.ShortfallMilliwattHours) / MilliwattHoursPerKilowattHour, 3),
            Gains = clusters.SelectMany(cluster => cluster.Homes).Select(home => Math.Round(home.GainMicros / MicrosPerUnit, 4)).Order().ToList(),
        };
    }

    private List<double?> Power(IReadOnlyList<ClusterOutcome> clusters, Func<SlotFigures, long> milliwattHours)
    {
        double hours = _outcome.SlotSeconds / 3600.0;
        return Of(clusters, slots => slots.Sum(milliwattHours) / MilliwattHoursPerKilowattHour / hours * clusters.Count / slots.Count, 3);
    }

    /// <param name="clusters">The clusters.</param>
    /// <param name="value">The value of a point from all slots of all clusters in it.</param>
    /// <param name="decimals">Decimals to keep.</param>
    private List<double?> Of(IReadOnlyList<ClusterOutcome> clusters, Func<IReadOnlyList<SlotFigures>, double?> value, int decimals)
    {
        List<double?> values = [];
        for (int first = 0; first < clusters[0].Slots.Count; first += _slotsPerPoint)
        {
            SlotFigures[] slots = clusters.SelectMany(cluster => cluster.Slots.Skip(first).Take(_slotsPerPoint)).ToArray();
            values.Add(value(slots) is double number ? Math.Round(number, decimals) : null);
        }

        return values;
    }

    private static double? Price(long micros, long milliwattHours) => milliwattHours > 0 ? (double)micros / milliwattHours : null;
}
