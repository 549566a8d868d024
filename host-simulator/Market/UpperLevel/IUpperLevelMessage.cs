// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>What aggregators say to each other.</summary>
internal interface IUpperLevelMessage
{
    /// <summary>Version of the message.</summary>
    int Version { get; }

    /// <summary>The slot it is about.</summary>
    int Slot { get; }

    /// <summary>Last level of its topic.</summary>
    string Verb { get; }

    /// <summary>The cluster that says it.</summary>
    string Speaker { get; }

    /// <summary>Whether all fields are in their ranges, or why it is refused.</summary>
    RefusalReason Check();
}
