// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Cli;

/// <summary>What the process returns; the same for every command.</summary>
public static class ExitCode
{
    /// <summary>Done, and all that was checked holds.</summary>
    public const int Ok = 0;

    /// <summary>Done, but a check failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>The command line or an input file is not usable.</summary>
    public const int BadInput = 2;

    /// <summary>Something outside is missing or broken: a broker, a library, a file that cannot be written.</summary>
    public const int Environment = 3;
}
