// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>What truly flowed in a home, in joules: what a meter's registers are compared with.</summary>
public sealed class HomeEnergy
{
    /// <summary>From the grid.</summary>
    public double ImportJoules { get; private set; }

    /// <summary>To the grid.</summary>
    public double ExportJoules { get; private set; }

    /// <summary>From the panels.</summary>
    public double GenerationJoules { get; private set; }

    /// <summary>Into the storage's terminals.</summary>
    public double ChargeJoules { get; private set; }

    /// <summary>Out of the storage's terminals.</summary>
    public double DischargeJoules { get; private set; }

    /// <summary>Consumed.</summary>
    public double LoadJoules { get; private set; }

    /// <summary>Not consumed because the contactor was open.</summary>
    public double CutJoules { get; private set; }

    internal void Add(HomeModel home, double seconds)
    {
        ImportJoules += Math.Max(0, home.GridWatts) * seconds;
        ExportJoules += Math.Max(0, -home.GridWatts) * seconds;
        GenerationJoules += home.GenerationWatts * seconds;
        ChargeJoules += Math.Max(0, home.Battery.Watts) * seconds;
        DischargeJoules += Math.Max(0, -home.Battery.Watts) * seconds;
        LoadJoules += home.LoadWatts * seconds;
        CutJoules += home.CutWatts * seconds;
    }
}
