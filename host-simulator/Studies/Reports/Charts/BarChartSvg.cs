// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using System.Net;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>A bar chart as HTML; each bar names its number when hovered.</summary>
internal static class BarChartSvg
{
    private const int Width = 760;
    private const int Left = 250;
    private const int Right = 60;
    private const int RowHeight = 22;
    private const int Bottom = 42;

    public static string Write(BarChart chart)
    {
        int bottom = chart.Bars.Count * RowHeight;
        SvgCanvas canvas = new(Width, bottom + Bottom, chart.Title);
        double[] ends = [.. chart.Bars.SelectMany(b => new[] { b.Value.Mean, b.Value.Low, b.Value.High }).Where(double.IsFinite)];
        Scale x = Scale.Around(Math.Min(0, ends.Min()), Math.Max(ends.Max(), 1e-9), Left, Width - Right, 8);
        foreach (double tick in x.Ticks(8))
        {
            canvas.Line(x.At(tick), "0", x.At(tick), Scale.Text(bottom), tick == 0 ? "axis" : "grid");
            canvas.Text(x.At(tick), Scale.Text(bottom + 16), "tick x", tick.ToString("0.####", CultureInfo.InvariantCulture));
        }

        for (int i = 0; i < chart.Bars.Count; i++)
        {
            Bar(canvas, chart.Bars[i].Name, chart.Bars[i].Value, i * RowHeight, x);
        }

        canvas.Text(Scale.Text((Left + Width - Right) / 2.0), Scale.Text(bottom + 36), "label x", chart.XLabel);
        return $"<figure class=\"chart\"><figcaption>{WebUtility.HtmlEncode(chart.Title)}</figcaption>{canvas.Close()}</figure>";
    }

    private static void Bar(SvgCanvas canvas, string name, Estimate value, int top, Scale x)
    {
        double from = x.Pixel(Math.Min(0, value.Mean)), to = x.Pixel(Math.Max(0, value.Mean));
        string hover = string.Create(CultureInfo.InvariantCulture, $"{name}: {value.Mean:0.00} ± {value.HalfWidth:0.00} (95 % of {value.Count} seeds)");
        canvas.Text(Scale.Text(Left - 8), Scale.Text(top + (RowHeight / 2.0)), "tick y", name);
        canvas.Rectangle(from, top + 4, Math.Max(to - from, 0.8), RowHeight - 8, "class=\"bar\"", hover);
        if (double.IsFinite(value.HalfWidth))
        {
            string middle = Scale.Text(top + (RowHeight / 2.0));
            canvas.Line(x.At(value.Low), middle, x.At(value.High), middle, "whisker");
        }

        double right = Math.Max(to, double.IsFinite(value.High) ? x.Pixel(value.High) : to);
        canvas.Text(Scale.Text(right + 6), Scale.Text(top + (RowHeight / 2.0) + 4), "tick start", value.Mean.ToString("0.0;-0.0;0.0", CultureInfo.InvariantCulture));
    }
}
