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

    /// <summary>A bid that was taken, with its message; carries its energy (sold negative) and no money.</summary>
    Bid = 9,

    /// <summary>A slot report that was taken, with its message; carries neither energy nor money.</summary>
    Report = 10,

    /// <summary>A meter's birth that was taken, with its message; carries neither energy nor money.</summary>
    Birth = 11,

    /// <summary>The gate of the slot has closed and its bids are cleared; carries neither energy nor money.</summary>
    Gate = 12,

    /// <summary>What a bid was given, with its message; carries the energy and no money, which is booked when it is settled.</summary>
    Award = 13,

    /// <summary>Prices that followed demand and were announced, with their message; carries neither energy nor money.</summary>
    Price = 14,
}
