// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>
/// A population drawn from a seed. Habits are computed again from the seed whenever they are asked for, so a million agents
/// take no memory for them; only the watts of the panels are kept, two bytes a prosumer.
/// </summary>
public sealed class DrawnPopulation : IPopulation
{
    private readonly Reading _reading;
    private readonly ulong _seed;
    private readonly ulong _panelHourKey;
    private readonly ushort[] _panelWatts;

    /// <summary>Draws a population.</summary>
    public DrawnPopulation(Reading reading, ulong seed, int prosumers, int consumers)
    {
        _reading = reading;
        _seed = seed;
        Prosumers = prosumers;
        Consumers = consumers;
        _panelHourKey = CounterRandom.Key(seed, RandomStream.PanelHour);
        _panelWatts = new ushort[prosumers];
        ulong key = CounterRandom.Key(seed, RandomStream.PanelWatts);
        for (int i = 0; i < prosumers; i++)
        {
            _panelWatts[i] = (ushort)PanelWatts(key, i);
        }
    }

    /// <inheritdoc/>
    public int Prosumers { get; }

    /// <inheritdoc/>
    public int Consumers { get; }

    /// <inheritdoc/>
    public (double From, double To) MorningHours => (_reading.MorningFrom, _reading.MorningTo);

    /// <inheritdoc/>
    public (double From, double To) EveningHours => (_reading.EveningFrom, _reading.EveningTo);

    /// <inheritdoc/>
    public void Fill(int day, int first, int count, Habits habits)
    {
        ulong key = CounterRandom.Key(_seed, RandomStream.Habits, _reading.Habits == HabitRule.RedrawnDaily ? day : 0);
        Reading r = _reading;
        for (int i = 0; i < count; i += Vectors.Width)
        {
            Vector512<ulong> bits = CounterRandom.Draw8(key, first + i);
            Vectors.StoreWhole(Between(r.MorningFrom, r.MorningTo, CounterRandom.Unit16(bits, 0)), habits.MorningHour, i);
            Vectors.StoreWhole(Between(r.EveningFrom, r.EveningTo, CounterRandom.Unit16(bits, 1)), habits.EveningHour, i);
            Vectors.StoreWhole(Between(r.MorningKwFrom, r.MorningKwTo, CounterRandom.Unit16(bits, 2)), habits.MorningKw, i);
            Vectors.StoreWhole(Between(r.EveningKwFrom, r.EveningKwTo, CounterRandom.Unit16(bits, 3)), habits.EveningKw, i);
        }
    }

    /// <inheritdoc/>
    public void Fill(int first, int count, Panels panels)
    {
        for (int i = 0; i < count; i += Vectors.Width)
        {
            Vector512<double> unit = CounterRandom.Unit16(CounterRandom.Draw8(_panelHourKey, first + i), 0);
            Between(_reading.PanelHourFrom, _reading.PanelHourTo, unit).CopyTo(panels.PeakHour, i);
        }

        for (int i = 0; i < count; i++)
        {
            panels.PeakKw[i] = _panelWatts[first + i] * 0.001;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Between(double from, double to, Vector512<double> unit) => Vector512.Create(from) + (unit * (to - from));

    // Several panels, each of its own watts; the sum is rounded to a whole watt.
    private double PanelWatts(ulong key, int prosumer)
    {
        ulong bits = CounterRandom.Draw(key, prosumer);
        int panels = _reading.PanelsFrom + CounterRandom.Below(bits, _reading.PanelsTo - _reading.PanelsFrom + 1);
        double watts = 0.5;
        for (int i = 0; i < panels; i++)
        {
            double unit = CounterRandom.Unit(CounterRandom.Draw(bits, i));
            watts += _reading.PanelWattsFrom + ((_reading.PanelWattsTo - _reading.PanelWattsFrom) * unit);
        }

        return watts;
    }
}
