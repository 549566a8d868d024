// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>
/// A board gets exactly the assemblies that its application refers to. One that is missing is found only at start-up, on the board.
/// </summary>
public static class DeploymentCheck
{
    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Find(ProjectTree tree) =>
        tree.NanoProjects.Where(p => p.Property("OutputType") == "Exe").SelectMany(application =>
            AssemblyNeeds.Closure(Libraries(tree, application).Prepend(application).SelectMany(p => p.References).Select(r => r.Name))
                .Except(application.References.Select(r => r.Name))
                .Select(needed => $"{application.Path} must refer to {needed}, or the board starts without it"));

    private static IEnumerable<ProjectFile> Libraries(ProjectTree tree, ProjectFile project) =>
        project.ProjectReferences.SelectMany(path => tree.NanoProjects.Where(p => p.Path == path)).SelectMany(p => Libraries(tree, p).Prepend(p));
}
