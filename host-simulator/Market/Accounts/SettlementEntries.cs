// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>A settlement as the ledger books it: each amount from one account to another, the operator being everybody's counterparty.</summary>
internal static class SettlementEntries
{
    /// <summary>The entries; their amounts add up to zero, and those of the meter to the settlement's amount.</summary>
    public static IEnumerable<LedgerEntry> Of(MeterSettlement settlement)
    {
        Position position = settlement.Position;
        long traded = position.BoughtMilliwattHours - position.SoldMilliwattHours;
        (LedgerEntryKind Kind, long Energy, long Amount)[] moves =
        [
            (LedgerEntryKind.LocalTrade, traded, position.ReceivedMicros - position.PaidMicros),
            (LedgerEntryKind.Tax, 0, -position.TaxMicros),
            (LedgerEntryKind.RetailPurchase, settlement.Imbalance.DeficitMilliwattHours, -settlement.DeficitMicros),
            (LedgerEntryKind.FeedInSale, -settlement.Imbalance.SurplusMilliwattHours, settlement.SurplusMicros),
        ];
        return moves.Where(move => (move.Energy, move.Amount) != (0, 0)).SelectMany(move => (LedgerEntry[])
        [
            new LedgerEntry(settlement.Meter, move.Kind, move.Energy, move.Amount),
            new LedgerEntry(OperatorAccount.Number, move.Kind, -move.Energy, -move.Amount),
        ]);
    }
}
