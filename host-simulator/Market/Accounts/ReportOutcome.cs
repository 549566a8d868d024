// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>What became of a report.</summary>
/// <param name="Report">The report.</param>
/// <param name="Reason">Why it was refused after all, or taken.</param>
/// <param name="Settlement">Its settlement, still to be posted; null for the first report and when refused.</param>
internal readonly record struct ReportOutcome(HeldReport Report, RefusalReason Reason, MeterSettlement? Settlement);
