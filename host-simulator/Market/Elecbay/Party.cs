// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>Who must accept an order; all three.</summary>
[Flags]
public enum Party
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>The market platform.</summary>
    Market = 1,

    /// <summary>The operator of the distribution network.</summary>
    Network = 2,

    /// <summary>The suppliers of buyer and seller.</summary>
    Supplier = 4,

    /// <summary>All three.</summary>
    All = Market | Network | Supplier,
}
