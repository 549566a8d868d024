// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>A linear axis: numbers to pixels, and ticks at round numbers.</summary>
internal sealed class Scale
{
    private readonly double _pixelFrom;
    private readonly double _pixelTo;

    /// <summary>An axis of given ends.</summary>
    public Scale(double from, double to, double pixelFrom, double pixelTo)
    {
        (From, To) = (from, to > from ? to : from + 1);
        (_pixelFrom, _pixelTo) = (pixelFrom, pixelTo);
    }

    /// <summary>First number.</summary>
    public double From { get; }

    /// <summary>Last number.</summary>
    public double To { get; }

    /// <summary>An axis whose ends are round numbers around the values.</summary>
    public static Scale Around(double lowest, double highest, double pixelFrom, double pixelTo, int ticks)
    {
        double step = RoundStep(highest - lowest, ticks);
        return new Scale(Math.Floor((lowest / step) + 1e-9) * step, Math.Ceiling((highest / step) - 1e-9) * step, pixelFrom, pixelTo);
    }

    /// <summary>Where a number lies, as text for SVG.</summary>
    public string At(double value) => Text(Pixel(value));

    /// <summary>Where a number lies.</summary>
    public double Pixel(double value) => _pixelFrom + ((value - From) / (To - From) * (_pixelTo - _pixelFrom));

    /// <summary>Round numbers along the axis, about <paramref name="count"/> of them or a given distance apart.</summary>
    public IEnumerable<double> Ticks(int count, double? step = null)
    {
        double distance = step ?? RoundStep(To - From, count);
        for (long i = (long)Math.Ceiling((From / distance) - 1e-9); i * distance <= To + (distance * 1e-9); i++)
        {
            yield return i * distance;
        }
    }

    /// <summary>A pixel as text.</summary>
    public static string Text(double pixel) => pixel.ToString("0.##", CultureInfo.InvariantCulture);

    // 1, 2 or 5 times a power of ten.
    private static double RoundStep(double range, int count)
    {
        double rough = Math.Max(range, 1e-12) / count;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }
}
