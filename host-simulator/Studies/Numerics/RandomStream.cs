// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Numerics;

/// <summary>What a draw is for: each purpose has numbers of its own, so that a change of policy never shifts the weather.</summary>
public enum RandomStream
{
    /// <summary>Noise of each agent's demand.</summary>
    Demand = 1,

    /// <summary>Noise of each prosumer's generation.</summary>
    Generation = 2,

    /// <summary>When and how much an agent uses in the morning and in the evening.</summary>
    Habits = 3,

    /// <summary>The hour in which a prosumer's panels peak.</summary>
    PanelHour = 4,

    /// <summary>How many panels a prosumer has, and of how many watts.</summary>
    PanelWatts = 5,

    /// <summary>Exploration while learning, and ties.</summary>
    Exploration = 6,

    /// <summary>The order of the buyers in a slot.</summary>
    BuyerOrder = 7,

    /// <summary>Whether the operator's analysis flags a synchronizing meter.</summary>
    Detection = 8,

    /// <summary>How late a prosumer's extra demand starts on a day.</summary>
    Jitter = 9,

    /// <summary>What a meter's reports add beyond the microgrid: noise inside a slot, campaign days.</summary>
    Reports = 10,
}
