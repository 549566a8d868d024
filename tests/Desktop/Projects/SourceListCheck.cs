// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Tests.Projects;

/// <summary>
/// Board sources are listed by hand (an .nfproj has no globs), on Windows and Linux alike: a file left out compiles on the desktop of one
/// and is missing on the board of another.
/// </summary>
public static class SourceListCheck
{
    private static readonly string[] s_boardFolders = ["firmware/", "hal/", "shared-protocol/", "tests/Device/", "tests/Shared/"];

    /// <summary>True for a source that runs on a board.</summary>
    /// <param name="path">Path inside the repository, with slashes.</param>
    public static bool IsBoardSource(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal) && s_boardFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Find(ProjectTree tree)
    {
        ILookup<string, string> listed = tree.SharedItems.Concat(tree.NanoProjects)
            .SelectMany(p => p.Compiled, (p, source) => (p.Path, source))
            .ToLookup(row => row.source, row => row.Path, StringComparer.Ordinal);
        HashSet<string> onDisk = new(tree.Files, StringComparer.Ordinal);

        return Unlisted(tree, listed)
            .Concat(listed.Where(l => !onDisk.Contains(l.Key)).Select(l => $"{l.First()} lists {l.Key}, which does not exist (names are case-sensitive)"))
            .Concat(ListedTwice(tree, listed))
            .Concat(tree.SharedItems.Where(p => !IsSorted(p.Compiled)).Select(p => $"{p.Path} is not sorted"))
            .Concat(SameNameButForCase(tree));
    }

    private static IEnumerable<string> Unlisted(ProjectTree tree, ILookup<string, string> listed) =>
        tree.Files.Where(f => IsBoardSource(f) && !listed.Contains(f))
            .Select(f => $"{f} is listed by no .projitems or .nfproj");

    // By one list, or through a list that a project imports and the project itself.
    private static IEnumerable<string> ListedTwice(ProjectTree tree, ILookup<string, string> listed) =>
        listed.Where(l => l.Count() > 1).Select(l => $"{l.Key} is listed twice: {string.Join(", ", l)}")
            .Concat(tree.NanoProjects.SelectMany(p => p.ImportedItems.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => $"{p.Path} imports {g.Key} twice")));

    private static IEnumerable<string> SameNameButForCase(ProjectTree tree) =>
        tree.Files.GroupBy(f => f, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .Select(g => $"{string.Join(" and ", g)} are one file on Windows");

    private static bool IsSorted(IReadOnlyList<string> paths) => paths.SequenceEqual(paths.Order(StringComparer.Ordinal));
}
