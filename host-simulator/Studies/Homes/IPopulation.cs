// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Who lives in a network.</summary>
public interface IPopulation
{
    /// <summary>Homes with panels.</summary>
    int Prosumers { get; }

    /// <summary>Homes without.</summary>
    int Consumers { get; }

    /// <summary>Earliest and latest centre of a morning peak, hours.</summary>
    (double From, double To) MorningHours { get; }

    /// <summary>Earliest and latest centre of an evening peak, hours.</summary>
    (double From, double To) EveningHours { get; }

    /// <summary>Fills in the habits of <paramref name="count"/> agents from <paramref name="first"/> on.</summary>
    void Fill(int day, int first, int count, Habits habits);

    /// <summary>Fills in the panels of <paramref name="count"/> prosumers from <paramref name="first"/> on.</summary>
    void Fill(int first, int count, Panels panels);
}
