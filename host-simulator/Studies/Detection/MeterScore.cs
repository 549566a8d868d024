// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>One meter in one slot: the evidence against its owner, or for him.</summary>
/// <param name="Meter">Number of the meter.</param>
/// <param name="NetImportKwh">Import less export in the window judged, kWh; NaN when a report is missing.</param>
/// <param name="ExpectedKwh">What its baseline days showed on average in that window, kWh.</param>
/// <param name="BaselineDays">How many days that average is of.</param>
/// <param name="Z">The deviation as a score of mean 0 and variance 1; NaN when it cannot be told.</param>
public readonly record struct MeterScore(int Meter, double NetImportKwh, double ExpectedKwh, int BaselineDays, double Z);
