// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>How large the study of synchronization is.</summary>
/// <param name="Experiment">Network, reading and days.</param>
/// <param name="Seeds">Seeds of the main run and of each ablation.</param>
/// <param name="NashSeeds">Seeds whose deviations are all tried, at most Seeds.</param>
/// <param name="NashDays">Days on which each deviation is measured.</param>
/// <param name="TestDays">Days shown after training; 5 in the paper.</param>
/// <param name="Threads">Seeds at the same time.</param>
public sealed record StudySettings(Experiment Experiment, int Seeds = 20, int NashSeeds = 10, int NashDays = 30, int TestDays = 5, int Threads = 1);
