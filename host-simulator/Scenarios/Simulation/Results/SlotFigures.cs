// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Market.Clusters;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>One slot of one cluster.</summary>
public sealed record SlotFigures
{
    /// <summary>The slot: UTC seconds divided by the slot length.</summary>
    public required int Slot { get; init; }

    /// <summary>The operator's selling price P_m in micro-units per kWh.</summary>
    public required int RetailMicrosPerKilowattHour { get; init; }

    /// <summary>The operator's buying price in micro-units per kWh.</summary>
    public required int FeedInMicrosPerKilowattHour { get; init; }

    /// <summary>Asks in the book.</summary>
    public int Asks { get; internal set; }

    /// <summary>Bids in the book.</summary>
    public int Bids { get; internal set; }

    /// <summary>Energy of all asks in mWh.</summary>
    public long AskedMilliwattHours { get; internal set; }

    /// <summary>Energy of all bids in mWh.</summary>
    public long BidMilliwattHours { get; internal set; }

    /// <summary>Energy that sellers of the cluster sold to its buyers, in mWh.</summary>
    public long SoldMilliwattHours { get; internal set; }

    /// <summary>Energy that buyers of the cluster bought from its sellers, in mWh: the same.</summary>
    public long BoughtMilliwattHours { get; internal set; }

    /// <summary>Money the buyers paid for it, in micro-units.</summary>
    public long PaidMicros { get; internal set; }

    /// <summary>Tax of the sellers in micro-units.</summary>
    public long TaxMicros { get; internal set; }

    /// <summary>Energy sold to other clusters in mWh.</summary>
    public long UpperSoldMilliwattHours { get; internal set; }

    /// <summary>Energy bought from other clusters in mWh.</summary>
    public long UpperBoughtMilliwattHours { get; internal set; }

    /// <summary>Money received from other clusters, before tax, in micro-units.</summary>
    public long UpperReceivedMicros { get; internal set; }

    /// <summary>Money paid to other clusters in micro-units.</summary>
    public long UpperPaidMicros { get; internal set; }

    /// <summary>Coins minted for energy that sellers deposited, in mWh.</summary>
    public long CoinsMintedMilliwattHours { get; internal set; }

    /// <summary>Coins redeemed by buyers, in mWh.</summary>
    public long CoinsRedeemedMilliwattHours { get; internal set; }

    /// <summary>Coins of unsold energy, which returned to its owners, in mWh.</summary>
    public long CoinsReturnedMilliwattHours { get; internal set; }

    /// <summary>Demand of an island that its reserve was to serve, in mWh.</summary>
    public long ReserveMilliwattHours { get; internal set; }

    /// <summary>Whether interruptible loads were cut (eq 10).</summary>
    public bool IsDemandCut { get; internal set; }

    /// <summary>The cluster's figures by equations (12) to (22), from asks and bids; null without a market.</summary>
    public ClusterMetrics? Metrics { get; internal set; }

    /// <summary>Energy the operator sold to the cluster's meters by the settlements of this slot, in mWh.</summary>
    public long OperatorSoldMilliwattHours { get; internal set; }

    /// <summary>Energy the operator bought from the cluster's meters, in mWh.</summary>
    public long OperatorBoughtMilliwattHours { get; internal set; }

    /// <summary>Money the operator received in this slot, tax included, in micro-units; negative when it paid.</summary>
    public long OperatorMicros { get; internal set; }

    /// <summary>Energy consumed in mWh.</summary>
    public long LoadMilliwattHours { get; internal set; }

    /// <summary>Energy not consumed because the market cut interruptible load, in mWh.</summary>
    public long CutMilliwattHours { get; internal set; }

    /// <summary>Energy of the panels in mWh.</summary>
    public long GenerationMilliwattHours { get; internal set; }

    /// <summary>Energy from the grid, each home by itself, in mWh.</summary>
    public long ImportMilliwattHours { get; internal set; }

    /// <summary>Energy to the grid, each home by itself, in mWh.</summary>
    public long ExportMilliwattHours { get; internal set; }

    /// <summary>Energy into the storages in mWh.</summary>
    public long ChargeMilliwattHours { get; internal set; }

    /// <summary>Energy out of the storages in mWh.</summary>
    public long DischargeMilliwattHours { get; internal set; }

    /// <summary>Energy in the storages at the end of the slot, in mWh.</summary>
    public long StoredMilliwattHours { get; internal set; }

    /// <summary>Awarded energy that was neither exported nor imported, in mWh.</summary>
    public long ShortfallMilliwattHours { get; internal set; }

    /// <summary>Messages refused, by the market or by a meter.</summary>
    public int Refused { get; internal set; }

    /// <summary>Mean price of the local trades in micro-units per kWh; null without a trade.</summary>
    public long? LocalMicrosPerKilowattHour => BoughtMilliwattHours > 0 ? (long)((System.Int128)PaidMicros * 1_000_000 / BoughtMilliwattHours) : null;
}
