// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary>How <c>prosumeter aggregate</c> tells what happens.</summary>
internal interface IAggregateOutput
{
    /// <summary>Runs the loop; a live screen needs to be around it.</summary>
    void Around(Action loop);

    /// <summary>Something happened.</summary>
    /// <param name="utc">When, in the market's time.</param>
    /// <param name="what">A word for programs.</param>
    /// <param name="text">A sentence for people.</param>
    void Tell(DateTime utc, string what, string text);

    /// <summary>A part of a second has passed.</summary>
    void Refresh(DateTime utc, Aggregator market);
}
