// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Prosumeter.Tests.Projects;

/// <summary>What every nanoFramework project must say: its kind, C# 9, one version of the product.</summary>
public static partial class SettingsCheck
{
    private const string ProjectTypes = "{11A8DD76-328B-46DF-9F39-F559912D0360};{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";
    private const double NewestLanguage = 9;

    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Find(ProjectTree tree)
    {
        string version = VersionProperty().Match(tree.ReadText("Directory.Build.props")).Groups[1].Value + ".0";
        return tree.NanoProjects.SelectMany(p => OneProject(tree, p, version));
    }

    private static IEnumerable<string> OneProject(ProjectTree tree, ProjectFile project, string version)
    {
        if (!project.Property("ProjectTypeGuids").Equals(ProjectTypes, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{project.Path} is not marked as a nanoFramework C# project";
        }

        if (!double.TryParse(project.Property("LangVersion"), CultureInfo.InvariantCulture, out double language) || language > NewestLanguage)
        {
            yield return $"{project.Path} must set LangVersion to {NewestLanguage}.0 or below, the newest that nanoFramework 1.x compiles";
        }

        string? info = project.Compiled.FirstOrDefault(f => f.EndsWith("/AssemblyInfo.cs", StringComparison.Ordinal) && tree.Files.Contains(f));
        string given = info is null ? "none" : AssemblyVersion().Match(tree.ReadText(info)).Groups[1].Value;
        if (given != version)
        {
            yield return $"{project.Path} has assembly version {given}, Directory.Build.props says {version}";
        }
    }

    [GeneratedRegex("<Version>([^<]+)</Version>")]
    private static partial Regex VersionProperty();

    [GeneratedRegex("""AssemblyVersion\("([^"]+)"\)""")]
    private static partial Regex AssemblyVersion();
}
