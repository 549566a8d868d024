// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>Life of an order. It only moves forwards: Ordered to Accepted or Rejected, Accepted to Metered, Metered to Settled.</summary>
public enum OrderState
{
    /// <summary>Placed; waits for the three decisions.</summary>
    Ordered = 1,

    /// <summary>Market, network operator and supplier have all accepted.</summary>
    Accepted = 2,

    /// <summary>One of them has rejected; final.</summary>
    Rejected = 3,

    /// <summary>Delivered and metered.</summary>
    Metered = 4,

    /// <summary>Paid; final.</summary>
    Settled = 5,
}
