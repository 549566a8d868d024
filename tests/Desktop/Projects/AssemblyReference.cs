// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>One Reference of an .nfproj.</summary>
/// <param name="Name">Assembly name, without extension.</param>
/// <param name="Version">Assembly version, four numbers.</param>
/// <param name="HintPath">Path to the assembly as written.</param>
public sealed record AssemblyReference(string Name, string Version, string HintPath)
{
    /// <summary>Folder of the package inside packages, "id.version".</summary>
    public string PackageFolder => HintParts[0];

    /// <summary>Assembly name that the hint path ends in.</summary>
    public string HintName => Path.GetFileNameWithoutExtension(HintParts[^1]);

    private string[] HintParts => HintPath.Replace('\\', '/').Split('/').SkipWhile(part => part == "..").Skip(1).ToArray();

    /// <summary>Reads one Reference element.</summary>
    public static AssemblyReference Read(XElement element)
    {
        string[] identity = element.Attribute("Include")!.Value.Split(',', StringSplitOptions.TrimEntries);
        string version = identity.FirstOrDefault(part => part.StartsWith("Version=", StringComparison.Ordinal)) ?? "";
        string hint = element.Elements().FirstOrDefault(child => child.Name.LocalName == "HintPath")?.Value ?? "";
        return new AssemblyReference(identity[0], version.Replace("Version=", ""), hint);
    }
}
