// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>What happened in a run: a script proves nothing about what it does not contain.</summary>
/// <param name="Starts">Starts of the firmware.</param>
/// <param name="JournalWrites">Times the registers were committed.</param>
/// <param name="Bids">Bids the bus saw.</param>
/// <param name="Awards">Awards the bus saw.</param>
/// <param name="Reports">Slot reports the bus saw.</param>
/// <param name="Acknowledged">Messages that left the outbox.</param>
/// <param name="Readings">The most readings that waited in flash.</param>
/// <param name="QTableWrites">Times the Q-table was committed with something learned in it.</param>
public sealed record TortureEvents(int Starts, int JournalWrites, int Bids, int Awards, int Reports, int Acknowledged, int Readings, int QTableWrites)
{
    /// <summary>Whether everything that writes to flash has happened.</summary>
    public bool AreComplete => Starts > 1 && JournalWrites > 5 && Bids > 0 && Awards > 0 && Reports > 1 && Acknowledged > 0 && Readings > 1 && QTableWrites > 0;
}
