// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Remote;

/// <summary>What a meter answered to a command.</summary>
/// <param name="Line">The command.</param>
/// <param name="Reason">Taken, or why not.</param>
/// <param name="Text">What the meter said, its parts put together.</param>
public sealed record CommandAnswer(string Line, RefusalReason Reason, string Text);
