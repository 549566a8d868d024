// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>Reads the fields of a marketplace.</summary>
internal static class ElecbayReader
{
    private const double Micros = 1e6;

    /// <summary>The marketplace; null when the section is missing.</summary>
    public static ElecbayPlan? Read(FieldReader? fields)
    {
        if (fields is null)
        {
            return null;
        }

        ElecbayPlan usual = new();
        ElecbayPlan plan = new()
        {
            ImbalancePriceMicrosPerKilowattHour = fields.Price("imbalance-price", 0, 1000) ?? usual.ImbalancePriceMicrosPerKilowattHour,
            FeePermille = (int)Math.Round(fields.Number("fee-percent", 0, 100, usual.FeePermille / 10.0) * 10),
            CreditMicros = (long)(fields.Number("credit", 0, 1e6, usual.CreditMicros / Micros) * Micros),
            LineOhms = fields.Number("line-ohms", 0, 10, usual.LineOhms),
            LineWatts = fields.Number("line-kw", 0.1, 10_000, usual.LineWatts / 1000) * 1000,
        };
        fields.Finish();
        return plan;
    }
}
