// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Detection;

/// <summary>The evidence of one meter in an alert.</summary>
/// <param name="Meter">Its number.</param>
/// <param name="NetImportMilliwattHours">Import less export in the slot.</param>
/// <param name="ExpectedMilliwattHours">What its own days at the same time of day let expect.</param>
/// <param name="ScorePermille">How unusual that is, in thousandths of a standard deviation.</param>
public sealed record SuspectMeter(int Meter, long NetImportMilliwattHours, long ExpectedMilliwattHours, int ScorePermille);
