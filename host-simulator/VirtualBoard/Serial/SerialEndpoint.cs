// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Serial;

/// <summary>The way a person reaches the console on this system.</summary>
public static class SerialEndpoint
{
    /// <summary>A pseudo-terminal on Linux, a TCP port elsewhere.</summary>
    public static ISerialEndpoint Open()
    {
        return OperatingSystem.IsLinux() ? new PseudoTerminal() : new TcpSerial();
    }
}
