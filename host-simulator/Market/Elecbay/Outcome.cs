// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>What the platform answers to a message.</summary>
public enum Outcome
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>It had been done before by the same message; nothing changed.</summary>
    Repeated = 1,

    /// <summary>The identifier is in use for something else.</summary>
    IdentifierInUse = 2,

    /// <summary>There is no such listing or order.</summary>
    Unknown = 3,

    /// <summary>The listing has less energy left than ordered.</summary>
    NotEnoughLeft = 4,

    /// <summary>Energy below 1 mWh, a negative price, or a buyer who is the seller.</summary>
    OutOfRange = 5,

    /// <summary>The order is in a state that does not allow this step.</summary>
    WrongState = 6,
}
