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
    public static IEnumerable<LedgerFinding> Verify(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Clusters().SelectMany(cluster => Verify(ledger, cluster, null));
    }

    /// <summary>Checks one cluster.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="expectedHead">The last link as it was noted elsewhere; it must still be in the chain. Null when none was noted: then rows missing at the end cannot be seen.</param>
    public static IEnumerable<LedgerFinding> Verify(Ledger ledger, string cluster, byte[]? expectedHead)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var chain = new ChainCheck(cluster);
        bool headSeen = expectedHead is null;
        foreach (LedgerRow row in ledger.Rows(cluster))
        {
            foreach (LedgerFinding finding in chain.Add(row))
            {
                yield return finding;
            }

            headSeen = headSeen || row.Hash.AsSpan().SequenceEqual(expectedHead);
        }

        foreach (LedgerFinding finding in chain.End())
        {
            yield return finding;
        }

        if (!headSeen)
        {
            yield return new LedgerFinding(cluster, chain.NextNumber, $"missing: the chain ends before the noted head {Convert.ToHexStringLower(expectedHead!)}");
        }
    }

    private sealed class ChainCheck(string cluster)
    {
        private byte[] _hash = LedgerHash.First(cluster);
        private int _slot = int.MinValue;
        private Int128 _slotSum;
        private long _slotFirstNumber;

        public long NextNumber { get; private set; } = 1;

        public IEnumerable<LedgerFinding> Add(LedgerRow row)
        {
            List<LedgerFinding> findings = [];
            if (row.Number != NextNumber)
            {
                findings.Add(new LedgerFinding(cluster, NextNumber, row.Number == NextNumber + 1 ? "missing" : $"missing, with all up to {row.Number - 1}"));
            }
            else if (!LedgerHash.Next(_hash, row.Number, row.Slot, row.Entry).AsSpan().SequenceEqual(row.Hash))
            {
                findings.Add(new LedgerFinding(cluster, row.Number, "altered, or not in its place: its content does not fit its link of the chain"));
            }

            findings.AddRange(CheckSlot(row));
            _hash = row.Hash;
            NextNumber = row.Number + 1;
            return findings;
        }

        public IEnumerable<LedgerFinding> End() =>
            _slotSum == 0 ? [] : [new LedgerFinding(cluster, _slotFirstNumber, $"slot {_slot} does not add up to zero but to {_slotSum} micro-units")];

        private IEnumerable<LedgerFinding> CheckSlot(LedgerRow row)
        {
            List<LedgerFinding> findings = [];
            if (row.Slot != _slot)
            {
                findings.AddRange(End());
                if (row.Slot < _slot)
                {
                    findings.Add(new LedgerFinding(cluster, row.Number, $"reordered: slot {row.Slot} stands after slot {_slot}"));
                }

                (_slot, _slotSum, _slotFirstNumber) = (row.Slot, 0, row.Number);
            }

            _slotSum += row.Entry.AmountMicros;
            return findings;
        }
    }
}
