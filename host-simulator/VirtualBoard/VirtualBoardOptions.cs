// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Boards.Serial;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Boards;

/// <summary>What a virtual board is built from.</summary>
public sealed class VirtualBoardOptions
{
    /// <summary>The time it lives in.</summary>
    public required IBoardTime Time { get; init; }

    /// <summary>Host file that holds the flash, created when it does not exist; null keeps the flash in memory.</summary>
    public string? FlashFile { get; init; }

    /// <summary>Size of the partition behind drive I:, which on an ESP32 with 4 MB of flash has 256 KB.</summary>
    public int FlashBytes { get; init; } = 256 * 1024;

    /// <summary>The other end of COM2, the technician's console; null leaves the line open.</summary>
    public ISerialEndpoint? Serial { get; init; }

    /// <summary>The broker that MQTT clients of the firmware find under any host name; null when there is none.</summary>
    public IMqttBroker? Broker { get; init; }

    /// <summary>The network in reach; null gives the board one of its own.</summary>
    public VirtualNetwork? Network { get; init; }
}
