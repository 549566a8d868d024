// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Projects;

/// <summary>The project files of this repository are right. The nanoFramework ones cannot be built everywhere, so they are read instead.</summary>
[TestClass]
public class ProjectTests
{
    private static readonly ProjectTree s_tree = new(RepositoryFolder.Path);

    /// <summary>The checks have something to check.</summary>
    [TestMethod]
    public void AllKindsOfProjectsAreFound()
    {
        Assert.HasCount(4, s_tree.NanoProjects);
        Assert.HasCount(4, s_tree.SharedItems);
        Assert.HasCount(4, s_tree.SharedProjects);
        Assert.IsNotEmpty(s_tree.DesktopProjects);
    }

    /// <summary>Every board source is listed once, and everything listed exists.</summary>
    [TestMethod]
    public void SourcesAreListed() => AssertNothing(SourceListCheck.Find(s_tree));

    /// <summary>packages.config, references and hint paths say the same versions everywhere.</summary>
    [TestMethod]
    public void PackagesAgree() => AssertNothing(PackageCheck.Find(s_tree));

    /// <summary>Both solutions hold all of their projects.</summary>
    [TestMethod]
    public void SolutionsAreComplete() => AssertNothing(SolutionCheck.Find(s_tree));

    /// <summary>Language version, project type and product version.</summary>
    [TestMethod]
    public void SettingsAreRight() => AssertNothing(SettingsCheck.Find(s_tree));

    /// <summary>The application refers to everything its assemblies need on the board.</summary>
    [TestMethod]
    public void ApplicationCarriesWhatItsAssembliesNeed() => AssertNothing(DeploymentCheck.Find(s_tree));

    private static void AssertNothing(IEnumerable<string> findings) => Assert.AreEqual("", string.Join("\n", findings));
}
