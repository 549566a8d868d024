// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Mono.Cecil;
using Prosumeter.Tests.Projects;

namespace Prosumeter.Tests.NanoSurface;

/// <summary>
/// The board sources hold nothing that compiles and then fails on nanoFramework 1.x. That they use only what is there, the compiler has
/// shown before: tests/NanoSurface compiles them against signatures of the nanoFramework assemblies alone.
/// </summary>
[TestClass]
public class NanoSurfaceTests
{
    /// <summary>No board assembly breaks a rule.</summary>
    [TestMethod]
    [DataRow("SharedProtocol", "Prosumeter.SharedProtocol")]
    [DataRow("Hal", "Prosumeter.Hal")]
    [DataRow("Firmware", "Prosumeter.Firmware")]
    [DataRow("SharedTests", "NFUnitTest")]
    public void BoardCodeBreaksNoRule(string project, string assembly) => AssertNone(BoardRules.All, project, assembly);

    /// <summary>Integers decide: shared-protocol gives the same bytes on every runtime.</summary>
    [TestMethod]
    public void SharedProtocolHasNoFloatingPoint() => AssertNone([BoardRules.FloatingPoint], "SharedProtocol", "Prosumeter.SharedProtocol");

    /// <summary>What was compiled here refers to the assemblies, and in the versions, that the nanoFramework project names.</summary>
    [TestMethod]
    [DataRow("SharedProtocol", "Prosumeter.SharedProtocol", "shared-protocol/SharedProtocol.nfproj")]
    [DataRow("Hal", "Prosumeter.Hal", "hal/Hal.nfproj")]
    [DataRow("Firmware", "Prosumeter.Firmware", "firmware/Firmware.nfproj")]
    [DataRow("SharedTests", "NFUnitTest", "tests/Device/NFUnitTest.nfproj")]
    public void ReferencesAreThoseOfTheNanoProject(string project, string assembly, string nanoProject)
    {
        ProjectFile file = new(RepositoryFolder.Path, nanoProject);
        using AssemblyDefinition built = BuiltAssembly.Read(project, assembly);
        IEnumerable<string> packages = file.References.Select(r => $"{r.Name} {r.Version}");
        IEnumerable<string> projects = file.ProjectReferences.Select(p => new ProjectFile(RepositoryFolder.Path, p).Property("AssemblyName"));

        IEnumerable<string> used = built.MainModule.AssemblyReferences
            .Select(r => IsOwn(r.Name) ? r.Name : $"{r.Name} {r.Version}");

        Assert.AreEqual("", string.Join("\n", used.Except(packages).Except(projects)));
    }

    /// <summary>The application carries what its code needs on the board and nothing else: every assembly costs flash and heap.</summary>
    [TestMethod]
    public void TheApplicationCarriesExactlyWhatItNeeds()
    {
        string[] used = [.. new[] { "SharedProtocol", "Hal", "Firmware" }.SelectMany(UsedAssemblies).Where(a => !IsOwn(a))];
        IEnumerable<string> carried = new ProjectFile(RepositoryFolder.Path, "firmware/Firmware.nfproj").References.Select(r => r.Name);

        Assert.AreEqual(string.Join("\n", AssemblyNeeds.Closure(used).Order(StringComparer.Ordinal)), string.Join("\n", carried.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> UsedAssemblies(string project)
    {
        using AssemblyDefinition built = BuiltAssembly.Read(project, $"Prosumeter.{project}");
        return [.. built.MainModule.AssemblyReferences.Select(r => r.Name)];
    }

    private static bool IsOwn(string assembly) => assembly.StartsWith("Prosumeter.", StringComparison.Ordinal);

    private static void AssertNone(IReadOnlyList<BoardRule> rules, string project, string assembly)
    {
        using AssemblyDefinition built = BuiltAssembly.Read(project, assembly);
        Assert.AreEqual(assembly, built.Name.Name);
        IEnumerable<string> findings = rules.SelectMany(rule =>
            built.MainModule.Types.SelectMany(type => BuiltAssembly.Find(rule, type)).Select(place => $"{rule.Name}: {place} ({rule.Reason})"));

        Assert.AreEqual("", string.Join("\n", findings));
    }
}
