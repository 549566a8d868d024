// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Studies.Defences;

/// <summary>How large the study of defences is.</summary>
/// <param name="Experiment">Network, reading and days.</param>
/// <param name="Seeds">Seeds for each defence.</param>
/// <param name="NashSeeds">Seeds in which a prosumer among friendly ones looks for a better response; 0 for none.</param>
/// <param name="NashDays">Days on which each deviation is measured.</param>
/// <param name="DetectionSeeds">Seeds for the detector whose finds finer reporting improves; 0 leaves reporting out.</param>
/// <param name="Threads">Seeds at the same time.</param>
public sealed record DefenceSettings(Experiment Experiment, int Seeds = 20, int NashSeeds = 2, int NashDays = 10, int DetectionSeeds = 6, int Threads = 1);
