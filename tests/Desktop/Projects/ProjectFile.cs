// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>An MSBuild file of any kind: .nfproj, .projitems, .shproj, .csproj.</summary>
/// <param name="root">Full path of the repository.</param>
/// <param name="path">Path of the file inside it, with slashes.</param>
public sealed class ProjectFile(string root, string path)
{
    private readonly XDocument _document = XDocument.Load(System.IO.Path.Combine(root, path));

    /// <summary>Path inside the repository, with slashes.</summary>
    public string Path { get; } = path;

    /// <summary>Paths inside the repository of the files it compiles itself.</summary>
    public IReadOnlyList<string> Compiled => Paths("Compile", "Include");

    /// <summary>Paths inside the repository of the .projitems files it imports.</summary>
    public IReadOnlyList<string> ImportedItems => [.. Paths("Import", "Project").Where(p => p.EndsWith(".projitems", System.StringComparison.Ordinal))];

    /// <summary>Paths inside the repository of the projects it refers to.</summary>
    public IReadOnlyList<string> ProjectReferences => Paths("ProjectReference", "Include");

    /// <summary>Its assembly references.</summary>
    public IReadOnlyList<AssemblyReference> References => [.. Elements("Reference").Select(AssemblyReference.Read)];

    /// <summary>Value of a property, empty when it is not set.</summary>
    public string Property(string name) => Elements(name).LastOrDefault()?.Value ?? "";

    /// <summary>Rows of the packages.config beside it.</summary>
    public IReadOnlyList<PackageReference> ReadPackages()
    {
        XDocument packages = XDocument.Load(System.IO.Path.Combine(root, System.IO.Path.GetDirectoryName(Path)!, "packages.config"));
        return [.. packages.Descendants("package").Select(p => new PackageReference(p.Attribute("id")!.Value, p.Attribute("version")!.Value))];
    }

    private IEnumerable<XElement> Elements(string name) => _document.Descendants().Where(e => e.Name.LocalName == name);

    private IReadOnlyList<string> Paths(string element, string attribute) =>
        [.. Elements(element).Select(e => e.Attribute(attribute)).OfType<XAttribute>().Select(a => Resolve(a.Value))];

    private string Resolve(string written)
    {
        string relative = written.Replace("$(MSBuildThisFileDirectory)", "").Replace('\\', '/');
        if (relative.Contains("$("))
        {
            return relative;
        }

        string full = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, System.IO.Path.GetDirectoryName(Path)!, relative));
        return System.IO.Path.GetRelativePath(root, full).Replace('\\', '/');
    }
}
