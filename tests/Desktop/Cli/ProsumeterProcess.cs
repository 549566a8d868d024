// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Cli;

/// <summary>The command line as a person starts it: a process of its own, with its output and exit code.</summary>
internal sealed class ProsumeterProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private ProsumeterProcess(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "prosumeter.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public StreamReader Output => _process.StandardOutput;

    /// <summary>Starts it and lets it run.</summary>
    public static ProsumeterProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Runs it to its end.</summary>
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using ProsumeterProcess process = new(arguments);
        string output = process.Output.ReadToEnd();
        return (process.WaitForExit(out string error), output, error);
    }

    /// <summary>Waits for its end.</summary>
    public int WaitForExit(out string error)
    {
        _process.WaitForExit();
        error = _error.GetAwaiter().GetResult();
        return _process.ExitCode;
    }

    /// <summary>Reads lines of its output until so many held a text.</summary>
    public void ReadUntil(string text, int count)
    {
        for (int seen = 0; seen < count;)
        {
            string line = Output.ReadLine() ?? throw new InvalidOperationException("It ended by itself.");
            seen += line.Contains(text, StringComparison.Ordinal) ? 1 : 0;
        }
    }

    /// <summary>Asks it to end (SIGTERM) and checks that it ends well.</summary>
    public void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Output.ReadToEnd();
        Assert.AreEqual(0, WaitForExit(out string error), error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
