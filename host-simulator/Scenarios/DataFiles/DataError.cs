// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>Why a data file was refused: where, what stood there, and what is allowed.</summary>
/// <param name="File">Name of the file as given.</param>
/// <param name="Line">Line number, the header is 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Name of the column; empty when the whole line is meant.</param>
/// <param name="Value">What stood there, shortened.</param>
/// <param name="Allowed">What is allowed there.</param>
public sealed record DataError(string File, int Line, string Column, string Value, string Allowed)
{
    private const int ShownCharacters = 40;

    /// <inheritdoc/>
    public override string ToString()
    {
        string place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}, line {Line}");
        string column = Column.Length == 0 ? string.Empty : $", column {Column}";
        string shown = Value.Length <= ShownCharacters ? Value : Value[..ShownCharacters] + "...";
        return $"{place}{column}: '{shown}' is refused; allowed: {Allowed}";
    }
}
