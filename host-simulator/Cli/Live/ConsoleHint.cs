// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>The command that opens a virtual board's serial console.</summary>
internal static class ConsoleHint
{
    /// <summary>The command.</summary>
    /// <param name="name">Where the console is: a device, or tcp://HOST:PORT.</param>
    public static string Of(string name) =>
        Uri.TryCreate(name, UriKind.Absolute, out Uri? address) && address.Scheme == "tcp"
            ? $"telnet {address.Host} {address.Port}"
            : $"picocom -b 115200 {name}";
}
