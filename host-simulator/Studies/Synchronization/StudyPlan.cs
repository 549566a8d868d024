// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>
/// How large a study of a network of some size is when nobody says otherwise: a few minutes. Learned policies settle within days, and the
/// average of many homes needs few seeds.
/// </summary>
/// <param name="Seeds">Seeds; 20 for the paper's network.</param>
/// <param name="TrainingDays">Days of training; 520 in the paper.</param>
/// <param name="EvaluationDays">Days of evaluation; 100 for the paper's network.</param>
/// <param name="NashSeeds">Seeds in which all deviations are tried; 10 for the paper's network.</param>
/// <param name="IsLarge">Whether threads work inside the network instead of on several seeds.</param>
public sealed record StudyPlan(int Seeds, int TrainingDays, int EvaluationDays, int NashSeeds, bool IsLarge)
{
    private const int PaperSeeds = 20;
    private const int PaperTrainingDays = 520;
    private const int PaperEvaluationDays = 100;
    private const int PaperNashSeeds = 10;
    private const long PaperDeviations = 5 * 25;

    // Twenty seeds of so many agents take a few minutes, as does one seed of twenty times as many.
    private const int AgentsOfManySeeds = 1400;
    private const int AgentsOfOneSeed = PaperSeeds * AgentsOfManySeeds;

    /// <summary>The plan for a network.</summary>
    public static StudyPlan For(int prosumers, int consumers)
    {
        long agents = (long)prosumers + consumers;
        return new StudyPlan(
            Scaled(PaperSeeds, AgentsOfManySeeds, agents, fewest: 1),
            Scaled(PaperTrainingDays, AgentsOfOneSeed, agents, fewest: 20),
            Scaled(PaperEvaluationDays, AgentsOfOneSeed, agents, fewest: 5),
            Scaled(PaperNashSeeds, PaperDeviations, prosumers * agents, fewest: 0),
            agents > AgentsOfOneSeed);
    }

    // As much as for the paper's network up to a size, then less in proportion.
    private static int Scaled(int paper, long upTo, long size, int fewest) => (int)Math.Clamp(paper * upTo / size, fewest, paper);
}
