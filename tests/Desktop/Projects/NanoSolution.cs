// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Prosumeter.Tests.Projects;

/// <summary>nfproj-solution.sln, read.</summary>
public sealed partial class NanoSolution
{
    private readonly string _text;

    /// <summary>Reads the solution of the nanoFramework projects.</summary>
    /// <param name="root">Full path of the repository.</param>
    public NanoSolution(string root)
    {
        _text = File.ReadAllText(Path.Combine(root, FileName));
        Projects = [.. ProjectLine().Matches(_text).Select(m => new Entry(m.Groups[1].Value, m.Groups[2].Value.Replace('\\', '/'), Guid.Parse(m.Groups[3].Value)))];
    }

    /// <summary>Name of the file at the repository root.</summary>
    public const string FileName = "nfproj-solution.sln";

    /// <summary>Its projects.</summary>
    public IReadOnlyList<Entry> Projects { get; }

    /// <summary>True when the project has that line ("Build.0", "Deploy.0") in both configurations.</summary>
    public bool HasConfiguration(Guid project, string line) =>
        new[] { "Debug", "Release" }.All(c => HasLine($"{{{project}}}.{c}|Any CPU.{line} = {c}|Any CPU"));

    /// <summary>True when the shared-project section says that the project owns (13) or imports (4) the items.</summary>
    public bool HasSharedItems(string items, Guid project, int kind) =>
        HasLine($"{items.Replace('/', '\\')}*{{{project}}}*SharedItemsImports = {kind}");

    private bool HasLine(string line) => _text.Split('\n').Any(l => l.Trim().Equals(line, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("""^Project\("(\{[^"]+\})"\) = "[^"]+", "([^"]+)", "(\{[^"]+\})"\s*$""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();

    /// <summary>One project of the solution.</summary>
    /// <param name="Kind">Project type GUID, with braces.</param>
    /// <param name="Path">Path inside the repository, with slashes.</param>
    /// <param name="Id">Project GUID.</param>
    public sealed record Entry(string Kind, string Path, Guid Id);
}
