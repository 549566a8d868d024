// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Simulator.Cli;

/// <summary>What <c>--data</c> names.</summary>
internal static class InputData
{
    /// <summary>Loads it; null when nothing is named.</summary>
    /// <exception cref="CliException">A file is missing or refused.</exception>
    public static MeasuredData? Load(string[]? paths)
    {
        if (paths is null || paths.Length == 0)
        {
            return null;
        }

        return MeasuredData.TryLoad(paths, out MeasuredData? data, out string? error) ? data : throw CliException.BadInput(error);
    }
}
