// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study</c>: questions of research, answered with numbers.</summary>
internal static class StudyCommand
{
    /// <summary>The command and all studies.</summary>
    public static Command Create() =>
        new TaughtCommand(
            "study",
            "Questions about peer-to-peer markets, answered with numbers: each study writes an HTML report that needs no network, and CSV and JSON beside it.",
            ("prosumeter study synchronization", "do independent learners raise the price, why, and is it an equilibrium"),
            ("prosumeter study synchronization --help", "what a study takes"))
        {
            StudySynchronizationCommand.Create(),
            StudyDefencesCommand.Create(),
            StudyDetectionCommand.Create(),
            StudyRepeatedGameCommand.Create(),
            StudyReadingsCommand.Create(),
            StudyTraceCommand.Create(),
            StudyDuopolyCommand.Create(),
            StudyIntersectionCommand.Create(),
            StudyCoalitionCommand.Create(),
        };
}
