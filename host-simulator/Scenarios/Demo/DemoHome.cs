// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>A home of the demo.</summary>
/// <param name="Meter">Its meter.</param>
/// <param name="Profile">The course of its load and generation.</param>
internal sealed record DemoHome(MeterSpecification Meter, IHomeProfile Profile);
