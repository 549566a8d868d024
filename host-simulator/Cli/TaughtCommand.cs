// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;

namespace Prosumeter.Simulator.Cli;

/// <summary>A command whose help ends in examples.</summary>
public sealed class TaughtCommand : Command
{
    /// <summary>A command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, for people.</param>
    /// <param name="examples">Pairs of a command line and what it does.</param>
    public TaughtCommand(string name, string description, params (string Line, string Meaning)[] examples)
        : base(name, description)
    {
        Examples = examples;
    }

    /// <summary>Pairs of a command line and what it does.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; }
}
