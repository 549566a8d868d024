// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using YamlDotNet.RepresentationModel;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>Collects what is wrong with a scenario file, so that a person sees all of it at once.</summary>
internal sealed class ErrorList
{
    private readonly string _file;
    private readonly List<ScenarioError> _errors = [];

    public ErrorList(string file) => _file = file;

    public IReadOnlyList<ScenarioError> Errors => _errors;

    /// <summary>Adds an error about a node of the file.</summary>
    public void Add(YamlNode node, string field, string value, string allowed) => _errors.Add(new ScenarioError(_file, node.Start.Line, field, value, allowed));
}
