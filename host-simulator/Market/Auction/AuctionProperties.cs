// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>What mechanism design asks of an auction. No rule has all of it (Myerson and Satterthwaite 1983).</summary>
[Flags]
public enum AuctionProperties
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No bid pays more than its limit and no ask receives less than its own, to the rounding that the rule states.</summary>
    IndividuallyRational = 1,

    /// <summary>Buyers pay at least what sellers receive, to the micro-unit.</summary>
    WeaklyBudgetBalanced = 2,

    /// <summary>Buyers pay exactly what sellers receive, to the micro-unit.</summary>
    BudgetBalanced = WeaklyBudgetBalanced | 4,

    /// <summary>The gains from trade, values bought less costs sold, are the largest possible.</summary>
    Efficient = 8,

    /// <summary>Whatever the others do, no trader gains by another price than its own limit, rounding aside. It says nothing about misreported energy.</summary>
    TruthfulInPrice = 16,
}
