// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>Checks a ledger row by row and names every altered, missing or reordered one.</summary>
public static class LedgerVerifier
{
    /// <summary>Checks all clusters of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="expectedHead">The last link of one of its chains as it was noted elsewhere; it must still be there. Null when none was noted.</param>
    public static IEnumerable<LedgerFinding> Verify(Ledger ledger, byte[]? expectedHead = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        bool isHeadSeen = expectedHead is null;
        foreach (string cluster in ledger.Clusters())
        {
            ChainCheck chain = new(cluster);
            foreach (LedgerRow row in ledger.Rows(cluster))
            {
                foreach (LedgerFinding finding in chain.Add(row))
                {
                    yield return finding;
                }

                isHeadSeen = isHeadSeen || row.Hash.AsSpan().SequenceEqual(expectedHead);
            }

            foreach (LedgerFinding finding in chain.End(ledger.Head(cluster)).Concat(CheckAccounts(ledger, cluster, chain)))
            {
                yield return finding;
            }
        }

        if (!isHeadSeen)
        {
            yield return new LedgerFinding(string.Empty, 0, $"missing: the noted head {Convert.ToHexStringLower(expectedHead!)} is in no chain");
        }
    }

    private static IEnumerable<LedgerFinding> CheckAccounts(Ledger ledger, string cluster, ChainCheck chain)
    {
        Dictionary<int, long> kept = ledger.Accounts(cluster).ToDictionary(account => account.Account, account => account.BalanceMicros);
        return kept.Keys.Union(chain.Balances.Keys).Order()
            .Select(account => (Account: account, Kept: kept.GetValueOrDefault(account), Booked: chain.Balances.GetValueOrDefault(account)))
            .Where(balance => kept.Count > 0 && balance.Kept != balance.Booked)
            .Select(balance => new LedgerFinding(
                cluster, chain.LastNumberOf(balance.Account), $"account {balance.Account}: its entries add up to {balance.Booked} micro-units, but its balance was kept as {balance.Kept}"));
    }
}
