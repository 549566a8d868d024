// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Scenarios.DataFiles;
using Prosumeter.Simulator.Scenarios.Simulation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>Reads scenario files. docs/scenarios.md has the fields.</summary>
public static class ScenarioFile
{
    /// <summary>Reads a scenario.</summary>
    /// <param name="name">Name of the file, for messages; paths in it count from its folder.</param>
    /// <param name="text">Its text.</param>
    /// <param name="overrides">What counts instead of the file.</param>
    /// <param name="plan">What to simulate, when all of it is good.</param>
    /// <param name="errors">All that is wrong, and what is allowed.</param>
    public static bool TryRead(
        string name, string text, ScenarioOverrides overrides, [NotNullWhen(true)] out SimulationPlan? plan, out IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        plan = null;
        ScenarioFields? fields = ReadFields(name, text, out errors);
        if (fields is null)
        {
            return false;
        }

        if (!TryLoadData(overrides.Data ?? PathsFrom(name, fields.Data), out MeasuredData? data, out string? error))
        {
            errors = [error];
            return false;
        }

        plan = new PlanBuilder(fields, data, overrides.Seed).Build(overrides.Days);
        return true;
    }

    /// <summary>Reads the fields; null when anything is wrong.</summary>
    internal static ScenarioFields? ReadFields(string name, string text, out IReadOnlyList<string> errors)
    {
        ErrorList list = new(name);
        ScenarioFields? fields = null;
        try
        {
            YamlStream yaml = new();
            yaml.Load(new StringReader(text));
            fields = Read(yaml, list);
        }
        catch (YamlException problem)
        {
            errors = [$"{name}, line {problem.Start.Line}: not YAML: {problem.InnerException?.Message ?? problem.Message}"];
            return null;
        }

        errors = list.Errors.OrderBy(error => error.Line).Select(error => error.ToString()).ToList();
        return errors.Count == 0 ? fields : null;
    }

    private static ScenarioFields? Read(YamlStream yaml, ErrorList errors)
    {
        if (yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root)
        {
            return ScenarioFields.Read(new FieldReader(root, string.Empty, errors));
        }

        YamlNode at = yaml.Documents.Count > 0 ? yaml.Documents[^1].RootNode : new YamlScalarNode();
        errors.Add(at, string.Empty, yaml.Documents.Count == 1 ? at.ToString() : $"{yaml.Documents.Count} documents", "one mapping of fields");
        return null;
    }

    private static string[] PathsFrom(string name, IReadOnlyList<string> paths) =>
        paths.Select(path => Path.Combine(Path.GetDirectoryName(name) ?? string.Empty, path)).ToArray();

    private static bool TryLoadData(IReadOnlyCollection<string> paths, out MeasuredData? data, [NotNullWhen(false)] out string? error)
    {
        data = null;
        error = null;
        return paths.Count == 0 || MeasuredData.TryLoad(paths, out data, out error);
    }
}
