// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using System.Net;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>A heat map as HTML; each cell names its number when hovered.</summary>
internal static class HeatMapSvg
{
    private const int Width = 760;
    private const int Left = 150;
    private const int Right = 12;
    private const int RowHeight = 26;
    private const int Bottom = 62;

    public static string Write(HeatMap map)
    {
        int height = (map.Rows.Count * (RowHeight + 2)) + Bottom;
        double largest = Math.Max(1e-12, map.Rows.Max(r => r.Values.Max(Math.Abs)));
        SvgCanvas canvas = new(Width, height, map.Title);
        for (int row = 0; row < map.Rows.Count; row++)
        {
            WriteRow(canvas, map, row, largest);
        }

        Hours(canvas, map.Rows.Count * (RowHeight + 2));
        Key(canvas, height - 18, largest, map.Unit);
        return $"<figure class=\"chart\"><figcaption>{WebUtility.HtmlEncode(map.Title)}</figcaption>{canvas.Close()}</figure>";
    }

    private static void WriteRow(SvgCanvas canvas, HeatMap map, int row, double largest)
    {
        (string name, double[] values) = map.Rows[row];
        double cell = (double)(Width - Left - Right) / values.Length;
        canvas.Text(Scale.Text(Left - 8), Scale.Text((row * (RowHeight + 2)) + (RowHeight / 2.0)), "tick y", name);
        for (int slot = 0; slot < values.Length; slot++)
        {
            TimeSpan time = TimeSpan.FromDays((double)slot / values.Length);
            string hover = string.Create(CultureInfo.InvariantCulture, $"{name}, {time:hh\\:mm}: {values[slot]:G4} {map.Unit}");
            canvas.Rectangle(Left + (slot * cell), row * (RowHeight + 2), cell, RowHeight, Colour(values[slot] / largest), hover);
        }
    }

    private static void Hours(SvgCanvas canvas, int top)
    {
        Scale x = new(0, 24, Left, Width - Right);
        foreach (double hour in x.Ticks(8, 3))
        {
            canvas.Line(x.At(hour), Scale.Text(top), x.At(hour), Scale.Text(top + 4), "axis");
            canvas.Text(x.At(hour), Scale.Text(top + 17), "tick x", hour.ToString("0", CultureInfo.InvariantCulture));
        }

        canvas.Text(Scale.Text(Left - 8), Scale.Text(top + 13), "tick y", "hour of the day");
    }

    private static void Key(SvgCanvas canvas, double top, double largest, string unit)
    {
        for (int i = -20; i <= 20; i++)
        {
            canvas.Rectangle(Left + 200 + (i * 6), top, 6, 10, Colour(i / 20.0));
        }

        string end = largest.ToString("G3", CultureInfo.InvariantCulture);
        canvas.Text(Scale.Text(Left + 74), Scale.Text(top + 5), "tick y", $"-{end}");
        canvas.Text(Scale.Text(Left + 334), Scale.Text(top + 9), "tick start", $"{end} {unit}");
    }

    // Opacity over the page's own background, so that zero is the background in light and dark.
    private static string Colour(double part)
    {
        double strength = Math.Sqrt(Math.Min(1, Math.Abs(part)));
        return string.Create(CultureInfo.InvariantCulture, $"class=\"{(part >= 0 ? "hot" : "cold")}\" fill-opacity=\"{strength:0.###}\"");
    }
}
