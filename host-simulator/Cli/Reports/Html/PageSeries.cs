// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>The courses of one cluster, or of all together: powers in kW, prices in money per kWh, null where there is none.</summary>
internal sealed record PageSeries
{
    public required string Name { get; init; }

    public required IReadOnlyList<double?> Retail { get; init; }

    public required IReadOnlyList<double?> FeedIn { get; init; }

    public required IReadOnlyList<double?> LocalPrice { get; init; }

    public required IReadOnlyList<double?> UpperPrice { get; init; }

    public required IReadOnlyList<double?> Local { get; init; }

    public required IReadOnlyList<double?> Upper { get; init; }

    public required IReadOnlyList<double?> OperatorSold { get; init; }

    public required IReadOnlyList<double?> OperatorBought { get; init; }

    public required IReadOnlyList<double?> Net { get; init; }

    public required IReadOnlyList<double?>? NetWithout { get; init; }

    public required IReadOnlyList<double?> Load { get; init; }

    public required IReadOnlyList<double?> Generation { get; init; }

    public required IReadOnlyList<double?> Cut { get; init; }

    public required IReadOnlyList<double?>? Charge { get; init; }

    public required IReadOnlyList<double?> Refused { get; init; }

    public required IReadOnlyList<double?> Shortfall { get; init; }

    public required IReadOnlyList<double> Gains { get; init; }
}
