// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Prosumeter.Simulator.Studies.Reports.Charts;

namespace Prosumeter.Simulator.Studies.Reports;

/// <summary>A page that needs nothing but itself: style, charts and their numbers are inside.</summary>
public sealed partial class HtmlReport(string title)
{
    private readonly StringBuilder _body = new();

    /// <summary>Starts a section.</summary>
    public HtmlReport Heading(string text)
    {
        _body.Append($"<h2>{WebUtility.HtmlEncode(text)}</h2>\n");
        return this;
    }

    /// <summary>Adds a paragraph of plain text.</summary>
    public HtmlReport Paragraph(string text)
    {
        _body.Append($"<p>{WebUtility.HtmlEncode(text)}</p>\n");
        return this;
    }

    /// <summary>Adds a chart.</summary>
    public HtmlReport Add(LineChart chart) => Append(LineChartSvg.Write(chart));

    /// <summary>Adds a heat map.</summary>
    public HtmlReport Add(HeatMap map) => Append(HeatMapSvg.Write(map));

    /// <summary>Adds a bar chart.</summary>
    public HtmlReport Add(BarChart chart) => Append(BarChartSvg.Write(chart));

    /// <summary>Adds a table. Cells that look like numbers stand to the right; <c>yes</c> and <c>no</c> are coloured.</summary>
    public HtmlReport Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        _body.Append("<div class=\"wide\"><table><thead><tr>").AppendJoin(string.Empty, columns.Select(c => $"<th>{WebUtility.HtmlEncode(c)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            _body.Append("<tr>").AppendJoin(string.Empty, row.Select(Cell)).Append("</tr>\n");
        }

        _body.Append("</tbody></table></div>\n");
        return this;
    }

    /// <summary>The page.</summary>
    public override string ToString() =>
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + $"<title>{WebUtility.HtmlEncode(title)}</title>\n<style>\n{Resource("page.css")}</style>\n</head>\n<body>\n<main>\n<h1>{WebUtility.HtmlEncode(title)}</h1>\n"
        + $"{_body}</main>\n<script>\n{Resource("page.js")}</script>\n</body>\n</html>\n";

    private static string Cell(string text)
    {
        string style = NumberText().IsMatch(text) ? " class=\"number\"" : text is "yes" or "no" ? $" class=\"{text}\"" : string.Empty;
        return $"<td{style}>{WebUtility.HtmlEncode(text)}</td>";
    }

    // 0.85, -3, 12.1 %, 1.3 ± 0.2, 0.83 to 0.87; a name may begin with a digit, too.
    [GeneratedRegex("^[-+]?[0-9](?:[-+0-9.,%± ]|to)*$")]
    private static partial Regex NumberText();

    private static string Resource(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"Prosumeter.Simulator.Studies.Reports.{name}")
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private HtmlReport Append(string html)
    {
        _body.Append(html).Append('\n');
        return this;
    }
}
