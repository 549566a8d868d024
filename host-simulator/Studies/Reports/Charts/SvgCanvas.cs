// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;
using System.Net;
using System.Text;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>Writes the few SVG elements that charts are made of. Colours and fonts are the page's (classes, not attributes).</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _svg = new();

    public SvgCanvas(int width, int height, string title) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">");

    public void Line(string x1, string y1, string x2, string y2, string style) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" class=\"{style}\"/>");

    public void Text(string x, string y, string style, string text, string extra = "") =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" class=\"{style}\"{extra}>{WebUtility.HtmlEncode(text)}</text>");

    public void Path(string data, string style) => _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" class=\"{style}\"/>");

    public void Rectangle(double x, double y, double width, double height, string attributes, string? hover = null)
    {
        string title = hover == null ? string.Empty : $"<title>{WebUtility.HtmlEncode(hover)}</title>";
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{Scale.Text(x)}\" y=\"{Scale.Text(y)}\" width=\"{Scale.Text(width)}\" height=\"{Scale.Text(height)}\" {attributes}>{title}</rect>");
    }

    public string Close() => _svg.Append("</svg>").ToString();
}
