// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>All measured input of a scenario: homes, PV plants and prices from any number of files.</summary>
public sealed class MeasuredData
{
    private MeasuredData(IReadOnlyList<DataFile> files)
    {
        Files = files;
        Homes = Of(DataKind.LoadAndPv, DataKind.Load);
        PvPlants = Of(DataKind.PvPerUnit);
        Prices = Of(DataKind.RetailAndFeedIn, DataKind.Retail).FirstOrDefault();
    }

    /// <summary>The files in the order in which they were given.</summary>
    public IReadOnlyList<DataFile> Files { get; }

    /// <summary>Homes, at least one.</summary>
    public IReadOnlyList<SampleSeries> Homes { get; }

    /// <summary>PV output per installed unit, for homes without PV of their own.</summary>
    public IReadOnlyList<SampleSeries> PvPlants { get; }

    /// <summary>Prices, or null.</summary>
    public SampleSeries? Prices { get; }

    /// <summary>Start of the first simulated day, UTC seconds: the first whole day of the first home.</summary>
    public long FirstDayUtcSeconds => Homes[0].FirstWholeDayUtcSeconds();

    /// <summary>The measured prices, moved so that their first whole day is the first simulated one; null without.</summary>
    public DataTariff? Tariff(long firstDayUtcSeconds) =>
        Prices is null ? null : new DataTariff(Prices, Prices.FirstWholeDayUtcSeconds() - firstDayUtcSeconds);

    /// <summary>Reads files and folders of files.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="data">The data, when all of it is good.</param>
    /// <param name="error">The first thing that is wrong, and what is allowed.</param>
    public static bool TryLoad(IReadOnlyCollection<string> paths, [NotNullWhen(true)] out MeasuredData? data, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(paths);
        List<DataFile> files = [];
        foreach (string path in DataPaths.Expand(paths, out error))
        {
            error ??= TryRead(path, files);
        }

        error ??= Obstacle(files);
        data = error is null ? new MeasuredData(files) : null;
        return error is null;
    }

    /// <returns>What is wrong with the file, or null.</returns>
    private static string? TryRead(string path, List<DataFile> files)
    {
        try
        {
            using StreamReader text = new(path);
            if (!DataFileReader.TryRead(path, text, out DataFile? file, out DataError? refusal))
            {
                return refusal.ToString();
            }

            files.Add(file);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path}: {failure.Message}";
        }
    }

    private static string? Obstacle(List<DataFile> files)
    {
        if (!files.Any(file => file.Kind is DataKind.LoadAndPv or DataKind.Load))
        {
            return $"The files give no home ({string.Join(", ", files.Select(file => file.Name))}); give at least one with a load.";
        }

        string[] prices = files.Where(file => file.Kind is DataKind.RetailAndFeedIn or DataKind.Retail).Select(file => file.Name).ToArray();
        return prices.Length > 1 ? $"More than one file gives prices ({string.Join(", ", prices)}); give one." : null;
    }

    private List<SampleSeries> Of(params DataKind[] kinds) => Files.Where(file => kinds.Contains(file.Kind)).SelectMany(file => file.Series).ToList();
}
