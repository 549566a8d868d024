// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Expected curves of a small network, computed once: at most 100 kB. A large network has no room for them and computes them again.</summary>
internal sealed class KeptCurves
{
    /// <summary>The largest network whose curves are kept.</summary>
    public const int MostHomes = 128;

    private readonly double[] _kwh;
    private readonly int _homes;

    private KeptCurves(int slots, int homes)
    {
        _homes = homes;
        _kwh = new double[slots * homes];
    }

    /// <summary>Computes one slot of all homes.</summary>
    public delegate void Filler(int slot, Span<double> kwh);

    /// <summary>Keeps the curves of a small network; null for a large one.</summary>
    public static KeptCurves? Of(int slots, int homes, Filler fill)
    {
        if (homes > MostHomes)
        {
            return null;
        }

        KeptCurves kept = new(slots, homes);
        for (int slot = 0; slot < slots; slot++)
        {
            fill(slot, kept._kwh.AsSpan(slot * homes, homes));
        }

        return kept;
    }

    /// <summary>Copies one slot of the homes from <paramref name="first"/> on.</summary>
    public void Copy(int slot, int first, Span<double> kwh) => _kwh.AsSpan((slot * _homes) + first, kwh.Length).CopyTo(kwh);
}
