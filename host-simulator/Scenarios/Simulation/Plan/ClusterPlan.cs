// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>One cluster of a simulation.</summary>
/// <param name="Name">Its name, 1 to 24 characters a-z, 0-9, '-'.</param>
/// <param name="Homes">Its homes by meter, numbered from 1.</param>
/// <param name="Tariff">The operator's prices.</param>
/// <param name="CreateRule">Makes its auction rule; null when there is no market and everybody deals with the operator.</param>
public sealed record ClusterPlan(string Name, IReadOnlyList<HomePlan> Homes, ITariff Tariff, Func<IClearingRule>? CreateRule)
{
    /// <summary>Tax tau on sellers in per mille, 0 to 1000.</summary>
    public int TaxPermille { get; init; }
}
