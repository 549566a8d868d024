// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli;

/// <summary>Work of minutes that is done part by part, with a progress bar on standard error when somebody watches.</summary>
internal static class LongWork
{
    /// <summary>Does parts until the work is finished.</summary>
    /// <param name="name">What stands before the bar.</param>
    /// <param name="isFinished">Whether all is done.</param>
    /// <param name="doPart">Does the next part.</param>
    /// <param name="progress">How much is done, 0 to 1.</param>
    public static void Run(string name, Func<bool> isFinished, Action doPart, Func<double> progress)
    {
        if (Screen.IsWatched)
        {
            Screen.Error().Progress().AutoClear(true).Start(context => RunAll(isFinished, doPart, progress, context.AddTask(name, maxValue: 1)));
        }
        else
        {
            RunAll(isFinished, doPart, progress, null);
        }
    }

    private static void RunAll(Func<bool> isFinished, Action doPart, Func<double> progress, ProgressTask? task)
    {
        while (!isFinished())
        {
            doPart();
            if (task is not null)
            {
                task.Value = progress();
            }
        }
    }
}
