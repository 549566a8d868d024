// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>The scenarios that are built in.</summary>
public static class ShippedScenarios
{
    private const string Prefix = "Prosumeter.Simulator.Scenarios.Shipped.";
    private const string Suffix = ".yaml";
    private static readonly Assembly s_assembly = typeof(ShippedScenarios).Assembly;

    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Names => s_assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^Suffix.Length])
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>The text of a scenario file, or null when there is none of this name.</summary>
    public static string? Find(string name)
    {
        using Stream? stream = s_assembly.GetManifestResourceStream(Prefix + name + Suffix);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
