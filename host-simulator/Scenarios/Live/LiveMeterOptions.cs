// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Boards.Serial;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>What a meter in real time is built from.</summary>
public sealed class LiveMeterOptions
{
    /// <summary>The time it lives in.</summary>
    public required IBoardTime Time { get; init; }

    /// <summary>Its broker.</summary>
    public required IMqttBroker Broker { get; init; }

    /// <summary>The other end of its console.</summary>
    public required ISerialEndpoint Serial { get; init; }

    /// <summary>The configuration file on its flash.</summary>
    public required byte[] Configuration { get; init; }

    /// <summary>Load and generation of its home.</summary>
    public required IHomeProfile Profile { get; init; }

    /// <summary>Host file that holds the flash; null keeps it in memory.</summary>
    public string? FlashFile { get; init; }

    /// <summary>The faults its board meets.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>State of charge at the start in per mille.</summary>
    public int StateOfChargePermille { get; init; } = 500;
}
