// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Projects;

/// <summary>Each check finds the defect it is for, put into a copy of this repository's project files.</summary>
[TestClass]
public class ProjectDefectTests
{
    private static readonly string[] s_projectFiles = [".nfproj", ".projitems", ".shproj", ".csproj", ".sln", ".slnx", ".props", ".config"];

    private static readonly string[] s_copied =
        [.. new ProjectTree(RepositoryFolder.Path).Files.Where(f => SourceListCheck.IsBoardSource(f) || s_projectFiles.Contains(Path.GetExtension(f)))];

    private string _root = "";

    /// <summary>Copies what the checks read.</summary>
    [TestInitialize]
    public void CopyProjects()
    {
        _root = Directory.CreateTempSubdirectory("prosumeter-projects-").FullName;
        foreach (string file in s_copied)
        {
            string copy = Path.Combine(_root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(RepositoryFolder.Path, file), copy);
        }
    }

    /// <summary>Removes the copy.</summary>
    [TestCleanup]
    public void RemoveCopy() => Directory.Delete(_root, recursive: true);

    /// <summary>The copy itself is without findings.</summary>
    [TestMethod]
    public void AnUntouchedCopyIsRight() => Assert.IsEmpty(Findings());

    /// <summary>Defects made by replacing text in one file.</summary>
    [TestMethod]
    [DataRow("hal/Hal.projitems", "IClock.cs", "iclock.cs", "which does not exist (names are case-sensitive)")]
    [DataRow("hal/Hal.projitems", "IConsolePort.cs", "IClock.cs", "hal/IClock.cs is listed twice")]
    [DataRow("hal/Hal.projitems", "IClock.cs", "LinkState2.cs", "hal/Hal.projitems is not sorted")]
    [DataRow("hal/packages.config", "nanoFramework.System.IO.Ports", "nanoFramework.System.IO.Port", "which its packages.config lacks")]
    [DataRow("hal/packages.config", "version=\"1.17.11\"", "version=\"1.17.12\"", "package nanoFramework.CoreLibrary has several versions: 1.17.11, 1.17.12")]
    [DataRow("hal/packages.config", "version=\"1.17.11\"", "version=\"2.0.0-preview.52\"", "is a preview")]
    [DataRow("hal/Hal.nfproj", "mscorlib, Version=1.17.11.0", "mscorlib, Version=1.16.0.0", "assembly mscorlib has several versions: 1.16.0.0, 1.17.11.0")]
    [DataRow("hal/Hal.nfproj", "lib\\mscorlib.dll", "lib\\mscorlip.dll", "from a file named mscorlip")]
    [DataRow("firmware/Firmware.nfproj", "<Reference Include=\"System.Math,", "<Reference Include=\"System.Maths,", "must refer to System.Math, or the board starts without it")]
    [DataRow("hal/Hal.nfproj", "<LangVersion>9.0<", "<LangVersion>13.0<", "must set LangVersion")]
    [DataRow("hal/Hal.nfproj", "{11A8DD76-", "{21A8DD76-", "not marked as a nanoFramework C# project")]
    [DataRow("hal/Properties/AssemblyInfo.cs", "AssemblyVersion(\"", "AssemblyVersion(\"7", "Directory.Build.props says")]
    [DataRow("nfproj-solution.sln", "\"{6E290B52-", "\"{7E290B52-", "knows hal/Hal.nfproj as 7e290b52-dfe1-58a1-aefd-0816df168afe, itself says 6e290b52")]
    [DataRow("nfproj-solution.sln", "Deploy.0", "Deploy.1", "Deploy.0 belongs to applications")]
    [DataRow("nfproj-solution.sln", "Build.0", "Build.1", "lacks Build.0 of")]
    [DataRow("nfproj-solution.sln", "SharedItemsImports = 13", "SharedItemsImports = 14", "has no .shproj with its identifier")]
    [DataRow("nfproj-solution.sln", "SharedItemsImports = 4", "SharedItemsImports = 5", "does not say that")]
    [DataRow("nfproj-solution.sln", "hal\\Hal.nfproj", "hal\\Hall.nfproj", "hal/Hal.nfproj is not in nfproj-solution.sln")]
    [DataRow("Prosumeter.slnx", "Bus.csproj", "Buss.csproj", "host-simulator/Bus/Bus.csproj is not in Prosumeter.slnx")]
    public void AReplacementIsFound(string file, string from, string to, string finding)
    {
        string path = Path.Combine(_root, file);
        string text = File.ReadAllText(path);
        StringAssert.Contains(text, from);
        File.WriteAllText(path, text.Replace(from, to));

        AssertFound(finding);
    }

    /// <summary>A source that nobody lists.</summary>
    [TestMethod]
    [DataRow("shared-protocol/Wire/Forgotten.cs")]
    [DataRow("tests/Shared/Forgotten.cs")]
    public void AnUnlistedSourceIsFound(string file)
    {
        string path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");

        AssertFound($"{file} is listed by no .projitems or .nfproj");
    }

    private void AssertFound(string finding) =>
        Assert.IsTrue(Findings().Any(f => f.Contains(finding, StringComparison.Ordinal)), $"Expected: {finding}\nFound: {string.Join("\n", Findings())}");

    private IReadOnlyList<string> Findings()
    {
        ProjectTree tree = new(_root);
        return [.. SourceListCheck.Find(tree), .. PackageCheck.Find(tree), .. SolutionCheck.Find(tree), .. SettingsCheck.Find(tree), .. DeploymentCheck.Find(tree)];
    }
}
