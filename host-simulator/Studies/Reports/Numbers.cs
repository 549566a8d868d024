// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Reports;

/// <summary>Numbers as people read them.</summary>
internal static class Numbers
{
    /// <summary>A number with three significant digits or so; what rounds to 0 has no sign.</summary>
    public static string Short(double value)
    {
        double size = Math.Abs(value);
        string format = size >= 100 ? "0" : size >= 10 ? "0.0" : size >= 0.0995 || size == 0 ? "0.00" : "0.000";
        return value.ToString($"{format};-{format};{format}", CultureInfo.InvariantCulture);
    }

    /// <summary>The 95 % confidence interval, empty when there is none.</summary>
    public static string Interval(Estimate estimate) =>
        double.IsFinite(estimate.HalfWidth) ? $"{Short(estimate.Low)} to {Short(estimate.High)}" : string.Empty;

    /// <summary>A band in words.</summary>
    public static string Band(double? least, double? most) => (least, most) switch
    {
        (double low, double high) => $"{low:0.##} to {high:0.##}",
        (double low, null) => $"at least {low:0.##}",
        (null, double high) => $"at most {high:0.##}",
        _ => "no band",
    };

    /// <summary>All digits, for files.</summary>
    public static string Full(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
