// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.RepeatedGames;

/// <summary>A23: how the stored energy changes when a shorter interval is synchronized.</summary>
public enum StoringChange
{
    /// <summary>It falls by as much as the demand, as equation (4) is printed.</summary>
    WithDemand,

    /// <summary>It rises by as much as the demand falls.</summary>
    AgainstDemand,
}
