// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The operator: counterparty of every settlement, so its money is what all meters' money leaves, and its energy what the cluster exchanged with the grid.</summary>
public sealed class OperatorAccount
{
    /// <summary>Number of the operator among the accounts of a ledger.</summary>
    public const int Number = 0;

    /// <summary>Balance in micro-units.</summary>
    public long BalanceMicros { get; internal set; }

    /// <summary>Energy sold to meters at retail, in mWh.</summary>
    public long SoldMilliwattHours { get; internal set; }

    /// <summary>Energy bought from meters at feed-in, in mWh.</summary>
    public long BoughtMilliwattHours { get; internal set; }

    /// <summary>Money received for sold energy, in micro-units.</summary>
    public long RetailMicros { get; internal set; }

    /// <summary>Money paid for bought energy, in micro-units.</summary>
    public long FeedInMicros { get; internal set; }

    /// <summary>Tax received from sellers, in micro-units.</summary>
    public long TaxMicros { get; internal set; }

    /// <summary>The newest slot whose prices were announced; 0 before the first.</summary>
    internal int AnnouncedSlot { get; set; }

    /// <summary>The newest slot whose gate has closed; 0 before the first.</summary>
    internal int ClearedSlot { get; set; }

    /// <summary>The newest slot whose trades with other clusters were shared among the meters; 0 before the first.</summary>
    internal int SharedSlot { get; set; }

    internal SpokenSequences Spoken { get; } = new();
}
