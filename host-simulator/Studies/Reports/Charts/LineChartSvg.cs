// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>A line chart as HTML: an SVG that needs no script, with the numbers beside it for the page's hover box.</summary>
internal static class LineChartSvg
{
    private const int Width = 760;
    private const int Left = 62;
    private const int Right = 12;
    private const int Top = 10;
    private const int Bottom = 42;

    public static string Write(LineChart chart)
    {
        Scale x = new(chart.X[0], chart.X[^1], Left, Width - Right);
        Scale y = YScale(chart);
        SvgCanvas canvas = new(Width, chart.Height, chart.Title);
        Axes(canvas, chart, x, y);
        for (int i = chart.Lines.Count - 1; i >= 0; i--)
        {
            // The first line is the one that matters: it is drawn last, over the others.
            Draw(canvas, chart.X, chart.Lines[i], i, x, y);
        }

        return $"<figure class=\"chart\"><figcaption>{WebUtility.HtmlEncode(chart.Title)}</figcaption>{canvas.Close()}{Legend(chart)}{Numbers(chart, x)}</figure>";
    }

    private static Scale YScale(LineChart chart)
    {
        double[] values = [.. chart.Lines.SelectMany(s => s.Values.Concat(s.Low ?? []).Concat(s.High ?? [])).Where(double.IsFinite)];
        double lowest = chart.YFrom ?? Math.Min(0, values.DefaultIfEmpty(0).Min()), highest = chart.YTo ?? values.DefaultIfEmpty(1).Max();
        return Scale.Around(lowest, Math.Max(highest, lowest + 1e-9), chart.Height - Bottom, Top, 5);
    }

    private static void Axes(SvgCanvas canvas, LineChart chart, Scale x, Scale y)
    {
        string bottom = Scale.Text(chart.Height - Bottom), left = Scale.Text(Left), right = Scale.Text(Width - Right);
        foreach (double tick in y.Ticks(5))
        {
            canvas.Line(left, y.At(tick), right, y.At(tick), "grid");
            canvas.Text(Scale.Text(Left - 8), y.At(tick), "tick y", Number(tick));
        }

        foreach (double tick in x.Ticks(12, chart.XStep))
        {
            canvas.Line(x.At(tick), bottom, x.At(tick), Scale.Text(chart.Height - Bottom + 4), "axis");
            canvas.Text(x.At(tick), Scale.Text(chart.Height - Bottom + 17), "tick x", Number(tick));
        }

        canvas.Line(left, bottom, right, bottom, "axis");
        canvas.Text(Scale.Text((Left + Width - Right) / 2.0), Scale.Text(chart.Height - 6), "label x", chart.XLabel);
        string middle = Scale.Text((Top + chart.Height - Bottom) / 2.0);
        canvas.Text("14", middle, "label y", chart.YLabel, $" transform=\"rotate(-90 14 {middle})\"");
    }

    private static void Draw(SvgCanvas canvas, double[] x, Series line, int number, Scale xScale, Scale yScale)
    {
        if (line.Low != null && line.High != null)
        {
            string back = string.Concat(Enumerable.Range(0, x.Length).Reverse().Select(i => $"L{xScale.At(x[i])} {yScale.At(line.Low[i])}"));
            canvas.Path(Track(x, line.High, line.IsStep, xScale, yScale) + back + "Z", $"band s{number}");
        }

        canvas.Path(Track(x, line.Values, line.IsStep, xScale, yScale), $"line s{number}{(line.IsDashed ? " dashed" : string.Empty)}");
    }

    private static string Track(double[] x, double[] values, bool isStep, Scale xScale, Scale yScale)
    {
        StringBuilder track = new();
        bool isOpen = false;
        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                isOpen = false;
                continue;
            }

            string across = isStep && isOpen ? $"H{xScale.At(x[i])}" : string.Empty;
            track.Append(CultureInfo.InvariantCulture, $"{across}{(isOpen ? 'L' : 'M')}{xScale.At(x[i])} {yScale.At(values[i])}");
            isOpen = true;
        }

        return track.ToString();
    }

    private static string Legend(LineChart chart)
    {
        var entries = chart.Lines.Select((line, i) =>
            $"<button type=\"button\" class=\"s{i}{(line.IsDashed ? " dashed" : string.Empty)}\" data-series=\"{i}\" aria-pressed=\"true\">{WebUtility.HtmlEncode(line.Name)}</button>");
        return $"<div class=\"legend\">{string.Concat(entries)}</div>";
    }

    private static string Numbers(LineChart chart, Scale x)
    {
        var data = new
        {
            left = x.Pixel(x.From),
            right = x.Pixel(x.To),
            top = Top,
            bottom = chart.Height - Bottom,
            from = x.From,
            to = x.To,
            xLabel = chart.XLabel,
            yLabel = chart.YLabel,
            x = chart.X.Select(Short),
            names = chart.Lines.Select(l => l.Name),
            y = chart.Lines.Select(l => l.Values.Select(Short)),
        };
        return $"<script type=\"application/json\">{JsonSerializer.Serialize(data)}</script>";
    }

    private static double? Short(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private static string Number(double value) => Math.Abs(value) < 1e-12 ? "0" : value.ToString("0.######", CultureInfo.InvariantCulture);
}
