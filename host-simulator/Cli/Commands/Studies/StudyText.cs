// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary>Numbers of studies in tables.</summary>
internal static class StudyText
{
    /// <summary>A number.</summary>
    public static string Number(double value) => value.ToString(System.Math.Abs(value) < 0.0995 && value != 0 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>The 95 % confidence interval, empty when there is none.</summary>
    public static string Interval(Estimate value) => double.IsFinite(value.HalfWidth) ? $"{Number(value.Low)} to {Number(value.High)}" : string.Empty;
}
