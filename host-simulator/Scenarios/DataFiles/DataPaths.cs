// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>From the paths a person gives to the files they stand for.</summary>
internal static class DataPaths
{
    /// <summary>Replaces each folder by its CSV files, by name.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="error">What is wrong with the first bad path, or null.</param>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths, out string? error)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            string[] found = Directory.Exists(path) ? CsvFilesOf(path) : File.Exists(path) ? [path] : [];
            if (found.Length == 0)
            {
                error = Directory.Exists(path) ? $"{path}: the folder has no *.csv file." : $"{path}: no such file or folder.";
                return [];
            }

            files.AddRange(found);
        }

        error = null;
        return files.Distinct().ToList();
    }

    private static string[] CsvFilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.csv").OrderBy(file => file, StringComparer.Ordinal).ToArray();
}
