// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>Why a scenario file was refused: where, what stood there, and what is allowed.</summary>
/// <param name="File">Name of the file as given.</param>
/// <param name="Line">Line number, the first is 1.</param>
/// <param name="Field">Path of the field, such as <c>clusters[0].homes[2].strategy</c>; empty when the whole file is meant.</param>
/// <param name="Value">What stood there, shortened.</param>
/// <param name="Allowed">What is allowed there.</param>
public sealed record ScenarioError(string File, long Line, string Field, string Value, string Allowed)
{
    private const int ShownCharacters = 40;

    /// <inheritdoc/>
    public override string ToString()
    {
        string field = Field.Length == 0 ? string.Empty : $", {Field}";
        string shown = Value.Length <= ShownCharacters ? Value : Value[..ShownCharacters] + "...";
        return string.Create(CultureInfo.InvariantCulture, $"{File}, line {Line}{field}: '{shown}' is refused; allowed: {Allowed}");
    }
}
