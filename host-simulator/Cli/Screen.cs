// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli;

/// <summary>The two consoles of the process: results go to standard output, everything about the way there to standard error.</summary>
internal static class Screen
{
    /// <summary>Tables are laid out for this many characters, whatever the terminal has.</summary>
    public const int Width = 100;

    /// <summary>Standard output. Colours only when it is a terminal.</summary>
    public static IAnsiConsole Output() => Of(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error.</summary>
    public static IAnsiConsole Error() => Of(Console.Error, Console.IsErrorRedirected);

    /// <summary>A console without colours and cursor movements.</summary>
    public static IAnsiConsole Plain(TextWriter writer) => Of(writer, isPlain: true);

    /// <summary>Whether a person watches standard error.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected;

    private static IAnsiConsole Of(TextWriter writer, bool isPlain)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        return console;
    }
}
