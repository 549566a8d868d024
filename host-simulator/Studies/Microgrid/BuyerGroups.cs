// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>
/// Homes of one kind that queue together at the local market: neighbours by number, each home for itself in a network of up to
/// <see cref="Most"/>. What a group pays is shared by what its homes buy; a larger network needs no order finer than a thousandth.
/// </summary>
internal readonly struct BuyerGroups
{
    /// <summary>Groups that are enough for any order.</summary>
    public const int Most = 1024;

    /// <summary>Groups of so many homes.</summary>
    /// <param name="homes">Homes.</param>
    /// <param name="single">Whether each home must stand for itself whatever their number.</param>
    public BuyerGroups(int homes, bool single)
    {
        // Powers of two, so that no group reaches over the end of a stretch.
        Size = 1;
        while (!single && Size < Network.Stretch && homes > Size * Most)
        {
            Size *= 2;
        }

        Homes = homes;
        Count = (homes + Size - 1) / Size;
    }

    /// <summary>Homes.</summary>
    public int Homes { get; }

    /// <summary>Homes of a group; the last one may have fewer.</summary>
    public int Size { get; }

    /// <summary>Groups.</summary>
    public int Count { get; }

    /// <summary>Number of the first home of a group.</summary>
    public int First(int group) => group * Size;

    /// <summary>Number after the last home of a group.</summary>
    public int End(int group) => System.Math.Min(Homes, (group + 1) * Size);
}
