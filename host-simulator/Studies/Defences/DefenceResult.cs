// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Statistics;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Studies.Defences;

/// <summary>What is left of synchronization when prosumers learn under a defence.</summary>
/// <param name="Defence">The defence.</param>
/// <param name="Learned">What was learned, against friendly behaviour under the same rules.</param>
/// <param name="FromFriendly">What one prosumer gains by deviating when all others are friendly, by seed; empty when not asked.</param>
public sealed record DefenceResult(Defence Defence, ReadingResult Learned, IReadOnlyList<NashResult> FromFriendly)
{
    /// <summary>Rise of the mean price, per cent.</summary>
    public Estimate MeanPrice => Learned.Of(s => s.MeanPriceUplift);

    /// <summary>Rise of the daily peak price, per cent.</summary>
    public Estimate PeakPrice => Learned.Of(s => s.PeakPriceUplift);

    /// <summary>Rise of the consumers' bill, per cent.</summary>
    public Estimate ConsumerCost => Learned.Of(s => s.ConsumerCostUplift);

    /// <summary>Share that synchronizes from 5:30 to 7:00.</summary>
    public Estimate Morning => Learned.Share(PartsOfDay.Morning);

    /// <summary>Share that synchronizes from 19:00 to 21:00.</summary>
    public Estimate Evening => Learned.Share(PartsOfDay.Evening);

    /// <summary>The prosumers' profit a day.</summary>
    public Estimate Profit => Learned.Of(s => s.Learned.Profit);

    /// <summary>Response payments in per cent of the consumers' bill without synchronization.</summary>
    public Estimate Payments => Learned.Of(s => 100 * s.Learned.ResponsePayments / s.Friendly.ConsumerCost);

    /// <summary>What is left to the consumers: the rise of their bill and the response payments, which somebody must pay; per cent of the bill without either.</summary>
    public Estimate Burden => Learned.Of(s => s.ConsumerCostUplift + (100 * s.Learned.ResponsePayments / s.Friendly.ConsumerCost));

    /// <summary>Gain by the best response when all others are friendly, per cent of mean daily sales; null when not asked.</summary>
    public Estimate? Temptation => FromFriendly.Count == 0 ? null : Estimate.Of(FromFriendly.Select(n => n.MeanBestResponse));
}
