// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>Numbers for tables: as many decimals as fit the width.</summary>
internal static class Quantity
{
    private const double Million = 1e6;

    /// <summary>Energy in kWh, right-aligned.</summary>
    public static string KilowattHours(long milliwattHours, int width) => Fit(milliwattHours / Million, width, "0.", decimals: 2);

    /// <summary>Money in units of the currency with a sign, right-aligned.</summary>
    public static string Money(long micros, int width) => Fit(micros / Million, width, "+0.", decimals: 2);

    private static string Fit(double value, int width, string format, int decimals)
    {
        for (int kept = decimals; kept > 0; kept--)
        {
            string text = Text(value, format + new string('0', kept));
            if (text.Length <= width)
            {
                return text.PadLeft(width);
            }
        }

        return Text(value, format[..^1]).PadLeft(width);
    }

    private static string Text(double value, string format)
    {
        string signed = format[0] == '+' ? $"{format};-{format[1..]};0" : format;
        return value.ToString(signed, CultureInfo.InvariantCulture);
    }
}
