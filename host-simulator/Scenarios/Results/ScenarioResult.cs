// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What came out of a scenario.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Seed">The seed; the same seed and input give the same result on every machine.</param>
/// <param name="StartUtcSeconds">First simulated day, UTC seconds.</param>
/// <param name="Days">Number of days.</param>
/// <param name="SlotSeconds">Length of a slot in s.</param>
/// <param name="Rule">The auction rule.</param>
/// <param name="Meters">The meters by number.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Slots">The slots in order.</param>
/// <param name="Messages">Messages on the bus.</param>
/// <param name="Notes">What a reader must know about the input, and what faults kept out of the registers.</param>
public sealed record ScenarioResult(
    string Cluster,
    int Seed,
    long StartUtcSeconds,
    int Days,
    int SlotSeconds,
    string Rule,
    IReadOnlyList<MeterResult> Meters,
    OperatorResult Operator,
    IReadOnlyList<SlotResult> Slots,
    long Messages,
    IReadOnlyList<string> Notes)
{
    /// <summary>What must hold, and whether it does.</summary>
    public IReadOnlyList<BalanceCheck> Checks => BalanceChecks.Of(this);

    /// <summary>True when all of it holds.</summary>
    public bool IsBalanced => Checks.All(check => check.Holds);

    /// <summary>Energy traded between meters in mWh.</summary>
    public long TradedMilliwattHours => Slots.Sum(slot => slot.SoldMilliwattHours);
}
