// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>A population written down: from a file, or drawn once and kept.</summary>
public sealed class GivenPopulation : IPopulation
{
    private readonly Habits _habits;
    private readonly Panels _panels;

    /// <summary>A population of given habits; the first agents are prosumers with the given panels.</summary>
    public GivenPopulation(Habits habits, Panels panels)
    {
        _habits = habits;
        _panels = panels;
        Prosumers = panels.Count;
        Consumers = habits.Count - Prosumers;
        MorningHours = Range(habits.MorningHour, habits.Count);
        EveningHours = Range(habits.EveningHour, habits.Count);
    }

    /// <inheritdoc/>
    public int Prosumers { get; }

    /// <inheritdoc/>
    public int Consumers { get; }

    /// <inheritdoc/>
    public (double From, double To) MorningHours { get; }

    /// <inheritdoc/>
    public (double From, double To) EveningHours { get; }

    /// <summary>Keeps what another population would compute again: faster for small networks.</summary>
    public static GivenPopulation Copy(IPopulation population)
    {
        Habits habits = new(population.Prosumers + population.Consumers);
        Panels panels = new(population.Prosumers);
        population.Fill(0, 0, population.Prosumers + population.Consumers, habits);
        population.Fill(0, population.Prosumers, panels);
        return new GivenPopulation(habits, panels);
    }

    /// <summary>
    /// Reads a population from JSON: arrays <c>cm</c>, <c>ce</c> (hours), <c>am</c>, <c>ae</c> (kW) with one number an agent, and <c>pvPeakHour</c>,
    /// <c>pvCapKw</c> with one number a prosumer.
    /// </summary>
    /// <exception cref="FormatException">The text is no such file; the message says what is wrong.</exception>
    public static GivenPopulation Load(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"{path} is no population: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Fill(int day, int first, int count, Habits habits)
    {
        Array.Copy(_habits.MorningHour, first, habits.MorningHour, 0, count);
        Array.Copy(_habits.EveningHour, first, habits.EveningHour, 0, count);
        Array.Copy(_habits.MorningKw, first, habits.MorningKw, 0, count);
        Array.Copy(_habits.EveningKw, first, habits.EveningKw, 0, count);
    }

    /// <inheritdoc/>
    public void Fill(int first, int count, Panels panels)
    {
        Array.Copy(_panels.PeakHour, first, panels.PeakHour, 0, count);
        Array.Copy(_panels.PeakKw, first, panels.PeakKw, 0, count);
    }

    private static (double From, double To) Range(double[] hours, int count) => (hours.Take(count).Min(), hours.Take(count).Max());

    private static GivenPopulation Read(JsonElement root)
    {
        double[] morningHour = Numbers(root, "cm");
        double[] peakHour = Numbers(root, "pvPeakHour");
        if (peakHour.Length > morningHour.Length)
        {
            throw new FormatException($"pvPeakHour has {peakHour.Length} prosumers, but cm has {morningHour.Length} agents.");
        }

        Habits habits = new(morningHour.Length);
        Panels panels = new(peakHour.Length);
        morningHour.CopyTo(habits.MorningHour, 0);
        Copy(root, "ce", habits.EveningHour, habits.Count);
        Copy(root, "am", habits.MorningKw, habits.Count);
        Copy(root, "ae", habits.EveningKw, habits.Count);
        peakHour.CopyTo(panels.PeakHour, 0);
        Copy(root, "pvCapKw", panels.PeakKw, panels.Count);
        return new GivenPopulation(habits, panels);
    }

    private static void Copy(JsonElement root, string name, double[] into, int count)
    {
        double[] numbers = Numbers(root, name);
        if (numbers.Length != count)
        {
            throw new FormatException($"{name} has {numbers.Length} numbers instead of {count}.");
        }

        numbers.CopyTo(into, 0);
    }

    private static double[] Numbers(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement array) || array.ValueKind != JsonValueKind.Array || array.GetArrayLength() == 0)
        {
            throw new FormatException($"the array {name} is missing.");
        }

        double[] numbers = [.. array.EnumerateArray().Select(e => e.GetDouble())];
        return Array.TrueForAll(numbers, n => double.IsFinite(n) && n >= 0) ? numbers : throw new FormatException($"{name} holds a negative number.");
    }
}
