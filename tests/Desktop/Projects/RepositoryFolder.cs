// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;

namespace Prosumeter.Tests.Projects;

/// <summary>Where the repository is that these tests were built from.</summary>
public static class RepositoryFolder
{
    /// <summary>Full path of the folder that holds Prosumeter.slnx.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Prosumeter.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Prosumeter.slnx above {start}: run the tests from inside the repository.");
    }
}
