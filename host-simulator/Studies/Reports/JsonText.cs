// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text.Json;

namespace Prosumeter.Simulator.Studies.Reports;

/// <summary>Figures as text for other programs: indented JSON with names in camel case.</summary>
public static class JsonText
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>The JSON of a value, without a line end after it.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, s_options);
}
