// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>What learners remember of a day under the readings that need more than the slot.</summary>
internal sealed class DayMemory(int slots, int prosumers)
{
    private readonly byte[] _actions = new byte[slots * prosumers];
    private readonly double[] _dayProfits = new double[prosumers];
    private readonly double[] _lastProfits = new double[prosumers];

    /// <summary>Notes one slot of one prosumer.</summary>
    public void Note(int slot, int prosumer, int action, double profit)
    {
        _actions[(slot * prosumers) + prosumer] = (byte)action;
        _dayProfits[prosumer] = slot == 0 ? profit : _dayProfits[prosumer] + profit;
        _lastProfits[prosumer] = profit;
    }

    /// <summary>What he did in a slot of this day.</summary>
    public int Action(int slot, int prosumer) => _actions[(slot * prosumers) + prosumer];

    /// <summary>His profit of this day so far.</summary>
    public double DayProfit(int prosumer) => _dayProfits[prosumer];

    /// <summary>His profit in the last slot noted.</summary>
    public double LastProfit(int prosumer) => _lastProfits[prosumer];
}
