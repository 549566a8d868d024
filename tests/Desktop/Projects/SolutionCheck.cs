// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>Every project is in its solution, under the identifier it has itself.</summary>
public static class SolutionCheck
{
    private const string NanoProjectKind = "{11A8DD76-328B-46DF-9F39-F559912D0360}";
    private const string SharedProjectKind = "{D954291E-2A0B-460D-934E-DC6B0785DB48}";
    private const int Owns = 13;
    private const int Imports = 4;

    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Find(ProjectTree tree) =>
        tree.NanoProjects.SelectMany(p => InNanoSolution(tree, p, NanoProjectKind))
            .Concat(tree.SharedProjects.SelectMany(p => InNanoSolution(tree, p, SharedProjectKind)))
            .Concat(tree.NanoProjects.SelectMany(p => Configurations(tree, p)))
            .Concat(tree.SharedItems.SelectMany(p => SharedItems(tree, p)))
            .Concat(tree.Solution.Projects.Where(e => !tree.Files.Contains(e.Path)).Select(e => $"{NanoSolution.FileName} has {e.Path}, which does not exist"))
            .Concat(DesktopSolution(tree));

    private static IEnumerable<string> InNanoSolution(ProjectTree tree, ProjectFile project, string kind)
    {
        NanoSolution.Entry? entry = tree.Solution.Projects.FirstOrDefault(e => e.Path == project.Path);
        if (entry is null)
        {
            yield return $"{project.Path} is not in {NanoSolution.FileName}";
            yield break;
        }

        if (entry.Id != Id(project))
        {
            yield return $"{NanoSolution.FileName} knows {project.Path} as {entry.Id}, itself says {Id(project)}";
        }

        if (!entry.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{NanoSolution.FileName} has {project.Path} with project type {entry.Kind}";
        }
    }

    private static IEnumerable<string> Configurations(ProjectTree tree, ProjectFile project)
    {
        bool isApplication = project.Property("OutputType") == "Exe";
        foreach (string line in new[] { "ActiveCfg", "Build.0" }.Where(l => !tree.Solution.HasConfiguration(Id(project), l)))
        {
            yield return $"{NanoSolution.FileName} lacks {line} of {project.Path}";
        }

        if (tree.Solution.HasConfiguration(Id(project), "Deploy.0") != isApplication)
        {
            yield return $"{NanoSolution.FileName}: Deploy.0 belongs to applications and only to them, see {project.Path}";
        }
    }

    private static IEnumerable<string> SharedItems(ProjectTree tree, ProjectFile items)
    {
        Guid id = Guid.Parse(items.Property("SharedGUID"));
        ProjectFile? owner = tree.SharedProjects.FirstOrDefault(p => p.ImportedItems.Contains(items.Path));
        if (owner is null || Id(owner) != id || !tree.Solution.HasSharedItems(items.Path, id, Owns))
        {
            yield return $"{items.Path} has no .shproj with its identifier {id} in {NanoSolution.FileName}";
        }

        foreach (ProjectFile importer in tree.NanoProjects.Where(p => p.ImportedItems.Contains(items.Path) && !tree.Solution.HasSharedItems(items.Path, Id(p), Imports)))
        {
            yield return $"{NanoSolution.FileName} does not say that {importer.Path} imports {items.Path}";
        }
    }

    private static IEnumerable<string> DesktopSolution(ProjectTree tree)
    {
        string[] listed = [.. XDocument.Load(Path.Combine(tree.Root, "Prosumeter.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value)];
        return tree.DesktopProjects.Select(p => p.Path).Except(listed).Select(p => $"{p} is not in Prosumeter.slnx")
            .Concat(listed.Except(tree.Files).Select(p => $"Prosumeter.slnx has {p}, which does not exist"));
    }

    private static Guid Id(ProjectFile project) => Guid.Parse(project.Property("ProjectGuid"));
}
