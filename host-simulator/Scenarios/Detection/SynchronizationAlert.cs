// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Prosumeter.Simulator.Studies.Detection;

namespace Prosumeter.Simulator.Scenarios.Detection;

/// <summary>What the market says when meters together import more than chance explains (docs/PROTOCOL.md, P-55).</summary>
/// <param name="Version">Version of the message.</param>
/// <param name="Slot">The slot that was judged.</param>
/// <param name="ScorePermille">Sum of the meters' scores, divided by the root of their number, in thousandths of a standard deviation.</param>
/// <param name="ThresholdPermille">The score that chance exceeds at the false alarm rate.</param>
/// <param name="Meters">Meters that were judged.</param>
/// <param name="Suspects">The meters that deviate most, at most <see cref="MostSuspects"/>.</param>
public sealed record SynchronizationAlert(
    int Version, int Slot, int ScorePermille, int ThresholdPermille, int Meters, IReadOnlyList<SuspectMeter> Suspects)
{
    /// <summary>Version of the messages.</summary>
    public const int PresentVersion = 1;

    /// <summary>Suspects that a message names.</summary>
    public const int MostSuspects = 5;

    private const double Permille = 1000;
    private const double MilliwattHoursPerKwh = 1e6;

    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The alert of a finding.</summary>
    public static SynchronizationAlert Of(int slot, SlotFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        MeterScore[] judged = [.. finding.Meters.Where(meter => !double.IsNaN(meter.Z))];
        return new SynchronizationAlert(
            PresentVersion,
            slot,
            (int)Math.Round(finding.Score * Permille),
            (int)Math.Round(finding.Threshold * Permille),
            judged.Length,
            [.. judged.OrderByDescending(meter => meter.Z).Take(MostSuspects).Select(Suspect)]);
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is no alert.</exception>
    public static SynchronizationAlert Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<SynchronizationAlert>(json, s_options) ?? throw new JsonException("An alert is a JSON object.");

    /// <summary>The message.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_options);

    private static SuspectMeter Suspect(MeterScore meter) => new(
        meter.Meter,
        (long)Math.Round(meter.NetImportKwh * MilliwattHoursPerKwh),
        (long)Math.Round(meter.ExpectedKwh * MilliwattHoursPerKwh),
        (int)Math.Round(meter.Z * Permille));
}
