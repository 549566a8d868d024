// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>A public fault switch of the virtual board. docs/faults.md lists them all.</summary>
/// <param name="Name">Its name in <c>--fault</c>.</param>
/// <param name="UsualSeconds">How long it lasts in s where nothing is said; 0 for a fault that is over at once.</param>
/// <param name="Argument">What its number is, or null when it takes none.</param>
/// <param name="Description">What it does.</param>
/// <param name="Set">Switches it on or off on a board.</param>
public sealed record FaultSwitch(string Name, int UsualSeconds, FaultArgument? Argument, string Description, Action<VirtualBoard, PlannedFault, bool> Set)
{
    /// <summary>Whether it goes off again.</summary>
    public bool Lasts => UsualSeconds > 0;
}
