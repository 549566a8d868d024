// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Scenarios.Live;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>How <c>prosumeter run</c> tells what happens.</summary>
internal interface IRunOutput
{
    /// <summary>Runs the loop; a live screen needs to be around it.</summary>
    void Around(Action loop);

    /// <summary>A message was heard.</summary>
    void Hear(DateTime utc, BusMessage message);

    /// <summary>A tenth of a second has passed.</summary>
    void Refresh(LiveMeter meter);
}
