// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What happens to a message on its way.</summary>
internal enum MessageFate
{
    /// <summary>It arrives.</summary>
    InTime,

    /// <summary>It never arrives.</summary>
    Lost,

    /// <summary>It arrives twice.</summary>
    Doubled,

    /// <summary>It arrives a slot late, after the messages that follow it.</summary>
    Late,
}
