// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>Packages and assembly references of the nanoFramework projects agree, inside each project and between them.</summary>
public static class PackageCheck
{
    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Find(ProjectTree tree) =>
        tree.NanoProjects.SelectMany(InOneProject).Concat(BetweenProjects(tree)).Concat(MixedGenerations(tree));

    private static IEnumerable<string> InOneProject(ProjectFile project)
    {
        HashSet<string> packages = [.. project.ReadPackages().Select(p => $"{p.Id}.{p.Version}")];
        HashSet<string> referenced = [.. project.References.Select(r => r.PackageFolder)];

        foreach (AssemblyReference reference in project.References)
        {
            if (!packages.Contains(reference.PackageFolder))
            {
                yield return $"{project.Path} takes {reference.Name} from {reference.PackageFolder}, which its packages.config lacks";
            }

            if (reference.HintName != reference.Name)
            {
                yield return $"{project.Path} takes {reference.Name} from a file named {reference.HintName}";
            }
        }

        foreach (string unused in packages.Where(p => !referenced.Contains(p)))
        {
            yield return $"packages.config beside {project.Path} has {unused}, which the project does not refer to";
        }

        foreach (string twice in project.References.GroupBy(r => r.Name).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return $"{project.Path} refers to {twice} twice";
        }
    }

    private static IEnumerable<string> BetweenProjects(ProjectTree tree) =>
        Disagreements(tree.NanoProjects.SelectMany(p => p.ReadPackages()).Select(p => (p.Id, p.Version)), "package")
            .Concat(Disagreements(tree.NanoProjects.SelectMany(p => p.References).Select(r => (r.Name, r.Version)), "assembly"));

    private static IEnumerable<string> Disagreements(IEnumerable<(string Name, string Version)> rows, string what) =>
        rows.Distinct().GroupBy(r => r.Name).Where(g => g.Count() > 1)
            .Select(g => $"{what} {g.Key} has several versions: {string.Join(", ", g.Select(r => r.Version).Order(StringComparer.Ordinal))}");

    // nanoFramework 2 assemblies refuse 1.x firmware and the other way round.
    private static IEnumerable<string> MixedGenerations(ProjectTree tree) =>
        tree.NanoProjects.SelectMany(p => p.ReadPackages()).Where(p => p.Version.Contains('-')).Distinct()
            .Select(p => $"{p.Id} {p.Version} is a preview; previews are nanoFramework 2");
}
