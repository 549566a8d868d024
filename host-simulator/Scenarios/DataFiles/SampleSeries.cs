// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>Samples of one home, PV plant or price in rising time. A sample holds until the next one, at most for the series' interval; after that comes a gap.</summary>
public sealed class SampleSeries
{
    private const long SecondsPerDay = 86_400;
    private readonly long[] _starts;
    private readonly Sample[] _samples;

    internal SampleSeries(string name, DataKind kind, IReadOnlyCollection<Sample> samples)
    {
        Name = name;
        Kind = kind;
        _samples = samples.ToArray();
        _starts = samples.Select(sample => sample.UtcSeconds).ToArray();
        IntervalSeconds = MostFrequentDistance(_starts);
        Gaps = FindGaps();
    }

    /// <summary>Name of the home, or of the file.</summary>
    public string Name { get; }

    /// <summary>What the values mean.</summary>
    public DataKind Kind { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _samples.Length;

    /// <summary>The most frequent distance of two rows, in s.</summary>
    public long IntervalSeconds { get; }

    /// <summary>Start of the first row, UTC seconds.</summary>
    public long FromUtcSeconds => _starts[0];

    /// <summary>End of the last row, UTC seconds.</summary>
    public long ToUtcSeconds => _starts[^1] + IntervalSeconds;

    /// <summary>The highest first value.</summary>
    public long MostFirst => _samples.Max(sample => sample.First);

    /// <summary>The highest second value.</summary>
    public long MostSecond => _samples.Max(sample => sample.Second);

    /// <summary>Times between rows that no row covers.</summary>
    public IReadOnlyList<DataGap> Gaps { get; }

    /// <summary>The sample that holds at a time.</summary>
    /// <returns>False in a gap and outside the series; the sample is then all 0.</returns>
    public bool TryAt(long utcSeconds, out Sample sample)
    {
        int index = IndexAt(utcSeconds);
        bool isCovered = index >= 0 && utcSeconds < _starts[index] + IntervalSeconds;
        sample = isCovered ? _samples[index] : default;
        return isCovered;
    }

    /// <summary>The sample that started last, however long ago; the first one before the series starts.</summary>
    public Sample LastAt(long utcSeconds) => _samples[Math.Max(IndexAt(utcSeconds), 0)];

    /// <summary>Seconds between two times that rows cover.</summary>
    public long CoveredSeconds(long fromUtcSeconds, long toUtcSeconds)
    {
        long covered = 0;
        for (int index = Math.Max(IndexAt(fromUtcSeconds), 0); index < _starts.Length && _starts[index] < toUtcSeconds; index++)
        {
            covered += Math.Max(Math.Min(EndOf(index), toUtcSeconds) - Math.Max(_starts[index], fromUtcSeconds), 0);
        }

        return covered;
    }

    /// <summary>Start of the first UTC day that is wholly covered; when none is, of the day that is covered most.</summary>
    public long FirstWholeDayUtcSeconds()
    {
        Dictionary<long, long> coveredByDay = [];
        for (int index = 0; index < _starts.Length; index++)
        {
            Cover(coveredByDay, index);
        }

        long mostCovered = coveredByDay.Values.Max();
        return coveredByDay.Where(day => day.Value == mostCovered).Min(day => day.Key) * SecondsPerDay;
    }

    private void Cover(Dictionary<long, long> coveredByDay, int index)
    {
        long end = EndOf(index);
        for (long start = _starts[index]; start < end;)
        {
            long day = start / SecondsPerDay;
            long part = Math.Min(end, (day + 1) * SecondsPerDay) - start;
            coveredByDay[day] = coveredByDay.GetValueOrDefault(day) + part;
            start += part;
        }
    }

    private long EndOf(int index)
    {
        long end = _starts[index] + IntervalSeconds;
        return index + 1 < _starts.Length ? Math.Min(end, _starts[index + 1]) : end;
    }

    private int IndexAt(long utcSeconds)
    {
        int index = Array.BinarySearch(_starts, utcSeconds);
        return index >= 0 ? index : ~index - 1;
    }

    private List<DataGap> FindGaps()
    {
        List<DataGap> gaps = [];
        for (int next = 1; next < _starts.Length; next++)
        {
            if (EndOf(next - 1) < _starts[next])
            {
                gaps.Add(new DataGap(EndOf(next - 1), _starts[next]));
            }
        }

        return gaps;
    }

    private static long MostFrequentDistance(long[] starts) => starts
        .Zip(starts.Skip(1), (left, right) => right - left)
        .GroupBy(distance => distance)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key)
        .First().Key;
}
