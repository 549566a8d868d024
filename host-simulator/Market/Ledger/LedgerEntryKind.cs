// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What a ledger entry is for; the number is stored.</summary>
public enum LedgerEntryKind
{
    /// <summary>Energy traded inside the cluster.</summary>
    LocalTrade = 1,

    /// <summary>Energy bought from the operator at the retail price.</summary>
    RetailPurchase = 2,

    /// <summary>Energy sold to the operator at the feed-in price.</summary>
    FeedInSale = 3,

    /// <summary>Tax on a sale.</summary>
    Tax = 4,

    /// <summary>Awarded energy that was not delivered or not taken, at the imbalance price.</summary>
    Imbalance = 5,

    /// <summary>Energy traded between clusters.</summary>
    UpperLevelTrade = 6,

    /// <summary>Fee of the platform.</summary>
    ServiceFee = 7,

    /// <summary>Coins minted (1 coin is 1 kWh deposited), redeemed or returned; carries energy and no money.</summary>
    Coins = 8,
}
