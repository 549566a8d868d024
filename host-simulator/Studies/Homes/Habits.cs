// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>When and how much the agents of one stretch use: hours and kW, one entry an agent, with room for whole vectors of eight.</summary>
public sealed class Habits(int agents)
{
    /// <summary>Agents handled at once: the habits of so many stay in the first-level cache.</summary>
    public const int Stretch = 256;

    /// <summary>Agents.</summary>
    public int Count { get; } = agents;

    /// <summary>Centre of the morning peak, hours.</summary>
    public double[] MorningHour { get; } = new double[Vectors.RoundUp(agents)];

    /// <summary>Height of the morning peak, kW.</summary>
    public double[] MorningKw { get; } = new double[Vectors.RoundUp(agents)];

    /// <summary>Centre of the evening peak, hours.</summary>
    public double[] EveningHour { get; } = new double[Vectors.RoundUp(agents)];

    /// <summary>Height of the evening peak, kW.</summary>
    public double[] EveningKw { get; } = new double[Vectors.RoundUp(agents)];

    /// <summary>Room for what they use in a slot, kW.</summary>
    internal double[] Kilowatts { get; } = new double[Vectors.RoundUp(agents)];
}
