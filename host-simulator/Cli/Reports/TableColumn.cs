// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>One column of a plain table.</summary>
/// <typeparam name="TRow">What a line shows.</typeparam>
/// <param name="Title">Its title.</param>
/// <param name="Width">Its width in characters; negative aligns to the left.</param>
/// <param name="Cell">What a line shows in it, given the width.</param>
internal sealed record TableColumn<TRow>(string Title, int Width, Func<TRow, int, string> Cell)
{
    /// <summary>The title at its width.</summary>
    public string Head() => Fit(Title);

    /// <summary>A line's text at the width.</summary>
    public string Of(TRow row) => Fit(Cell(row, Math.Abs(Width)));

    private string Fit(string text)
    {
        int width = Math.Abs(Width);
        string cut = text.Length <= width ? text : text[..(width - 1)] + "…";
        return Width < 0 ? cut.PadRight(width) : cut.PadLeft(width);
    }
}
