// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>All project files of a repository and the files on disk.</summary>
public sealed class ProjectTree
{
    private static readonly string[] s_generated = ["artifacts", "bin", "obj", "packages", "node_modules", "TestResults"];

    /// <summary>Reads a repository.</summary>
    /// <param name="root">Its full path.</param>
    public ProjectTree(string root)
    {
        Root = root;
        Files = [.. Walk(new DirectoryInfo(root)).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        NanoProjects = Read(".nfproj");
        SharedItems = Read(".projitems");
        SharedProjects = Read(".shproj");
        DesktopProjects = Read(".csproj");
        Solution = new NanoSolution(root);
    }

    /// <summary>Full path of the repository.</summary>
    public string Root { get; }

    /// <summary>Every file on disk that is not generated: path inside the repository, with slashes, in the case the disk has.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The projects of the nanoFramework solution.</summary>
    public IReadOnlyList<ProjectFile> NanoProjects { get; }

    /// <summary>The source lists that nanoFramework and desktop projects share.</summary>
    public IReadOnlyList<ProjectFile> SharedItems { get; }

    /// <summary>What Visual Studio shows the source lists as.</summary>
    public IReadOnlyList<ProjectFile> SharedProjects { get; }

    /// <summary>The projects of the desktop solution.</summary>
    public IReadOnlyList<ProjectFile> DesktopProjects { get; }

    /// <summary>The nanoFramework solution.</summary>
    public NanoSolution Solution { get; }

    /// <summary>Text of a file, by its path inside the repository.</summary>
    public string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    private IReadOnlyList<ProjectFile> Read(string extension) =>
        [.. Files.Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Select(f => new ProjectFile(Root, f))];

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(f => f.FullName).Concat(
            folder.EnumerateDirectories().Where(d => !s_generated.Contains(d.Name) && d.Name[0] != '.').SelectMany(Walk));
}
