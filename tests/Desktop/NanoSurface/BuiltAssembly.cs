// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace Prosumeter.Tests.NanoSurface;

/// <summary>Assemblies of tests/NanoSurface, as built before these tests in the same configuration.</summary>
public static class BuiltAssembly
{
    private static readonly DirectoryInfo s_own = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>Reads one.</summary>
    /// <param name="project">Name of the project in tests/NanoSurface.</param>
    /// <param name="assembly">Name of the assembly it builds.</param>
    public static AssemblyDefinition Read(string project, string assembly) =>
        AssemblyDefinition.ReadAssembly(PathOf(project, assembly), new ReaderParameters { AssemblyResolver = Resolver() });

    /// <summary>Full path of one.</summary>
    /// <param name="project">Name of the project in tests/NanoSurface.</param>
    /// <param name="assembly">Name of the assembly it builds.</param>
    public static string PathOf(string project, string assembly)
    {
        string path = Path.Combine(s_own.Parent!.Parent!.FullName, $"NanoSurface.{project}", s_own.Name, assembly + ".dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"Build tests/NanoSurface/{project}.csproj in configuration {s_own.Name} first.", path);
    }

    /// <summary>Places in one type and the types nested in it that break a rule.</summary>
    public static IEnumerable<string> Find(BoardRule rule, TypeDefinition type) =>
        rule.Find(type).Concat(type.NestedTypes.SelectMany(nested => Find(rule, nested)));

    // Types of other board assemblies and of the stubs, never those of .NET.
    private static DefaultAssemblyResolver Resolver()
    {
        DefaultAssemblyResolver resolver = new();
        foreach (DirectoryInfo folder in s_own.Parent!.Parent!.EnumerateDirectories("NanoSurface.*"))
        {
            resolver.AddSearchDirectory(Path.Combine(folder.FullName, s_own.Name));
        }

        return resolver;
    }
}
