// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Market;

/// <summary>Follows one chain from its first row.</summary>
internal sealed class ChainCheck(string cluster)
{
    private readonly Dictionary<int, long> _lastNumbers = [];
    private byte[] _hash = LedgerHash.First(cluster);
    private long _nextNumber = 1;
    private int _slot = int.MinValue;
    private Int128 _slotSum;
    private long _slotFirstNumber;

    /// <summary>What the entries of each account add up to, in micro-units.</summary>
    public Dictionary<int, long> Balances { get; } = [];

    /// <summary>Number of the last row of an account; 0 when it has none.</summary>
    public long LastNumberOf(int account) => _lastNumbers.GetValueOrDefault(account);

    /// <summary>Checks the next row.</summary>
    public List<LedgerFinding> Add(LedgerRow row)
    {
        List<LedgerFinding> findings = [];
        if (row.Number != _nextNumber)
        {
            findings.Add(Finding(_nextNumber, row.Number == _nextNumber + 1 ? "missing" : $"missing, with all up to {row.Number - 1}"));
        }
        else if (!LedgerHash.Next(_hash, row.Number, row.Record).AsSpan().SequenceEqual(row.Hash))
        {
            findings.Add(Finding(row.Number, "altered, or not in its place: its content does not fit its link of the chain"));
        }

        findings.AddRange(CheckSlot(row));
        Balances[row.Entry.Account] = unchecked(Balances.GetValueOrDefault(row.Entry.Account) + row.Entry.AmountMicros);
        _lastNumbers[row.Entry.Account] = row.Number;
        _hash = row.Hash;
        _nextNumber = row.Number + 1;
        return findings;
    }

    /// <summary>Checks what is left after the last row.</summary>
    public List<LedgerFinding> End(LedgerHead head)
    {
        List<LedgerFinding> findings = EndSlot();
        if (head.Number >= _nextNumber)
        {
            findings.Add(Finding(_nextNumber, $"missing, with all up to {head.Number}"));
        }
        else if (head.Number != _nextNumber - 1 || !head.Hash.AsSpan().SequenceEqual(_hash))
        {
            findings.Add(Finding(_nextNumber - 1, "altered: the chain does not end in its noted head"));
        }

        return findings;
    }

    // Every posting adds up to zero by itself, so every run of rows of one slot does.
    private List<LedgerFinding> CheckSlot(LedgerRow row)
    {
        List<LedgerFinding> findings = [];
        if (row.Slot != _slot)
        {
            findings.AddRange(EndSlot());
            (_slot, _slotSum, _slotFirstNumber) = (row.Slot, 0, row.Number);
        }

        _slotSum += row.Entry.AmountMicros;
        return findings;
    }

    private List<LedgerFinding> EndSlot() =>
        _slotSum == 0 ? [] : [Finding(_slotFirstNumber, $"slot {_slot} does not add up to zero but to {_slotSum} micro-units")];

    private LedgerFinding Finding(long number, string problem) => new(cluster, number, problem);
}
