// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The books of the market in a SQLite file: append-only, hash-chained for each cluster, zero-sum for each slot. A page is one transaction in WAL mode with full
/// synchronisation, so after a crash at any moment it stands there whole or not at all.
/// </summary>
public sealed class Ledger : IDisposable
{
    private readonly SqliteFile _file;

    private Ledger(SqliteFile file)
    {
        _file = file;
    }

    /// <summary>Opens a ledger for writing, making the file when it is missing.</summary>
    /// <exception cref="LedgerException">The file cannot be opened or is no ledger.</exception>
    public static Ledger Open(string path)
    {
        SqliteFile file = SqliteFile.OpenForWriting(path);
        try
        {
            file.Execute("PRAGMA journal_mode=WAL");
            file.Execute("PRAGMA synchronous=FULL");
            file.Execute(LedgerSchema.Statements);
            return new Ledger(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing ledger for reading only.</summary>
    /// <exception cref="LedgerException">The file does not exist, cannot be opened or is no ledger.</exception>
    public static Ledger OpenForReading(string path)
    {
        SqliteFile file = SqliteFile.OpenForReading(path);
        try
        {
            file.Rows(LedgerSchema.SelectRow + "LIMIT 1").Count();
            return new Ledger(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Names of the clusters that have entries, or had some.</summary>
    public IReadOnlyList<string> Clusters() =>
        _file.Rows("SELECT DISTINCT cluster FROM entry UNION SELECT cluster FROM head ORDER BY 1").Select(r => r.Text(0)).ToList();

    /// <summary>Writes a page of a cluster, all of it or nothing.</summary>
    /// <exception cref="ArgumentException">The entries of a slot do not add up to zero money.</exception>
    /// <exception cref="LedgerException">The disk refused it; nothing was written.</exception>
    public void Write(string cluster, LedgerPage page)
    {
        ArgumentException.ThrowIfNullOrEmpty(cluster);
        ArgumentNullException.ThrowIfNull(page);
        RequireZeroSums(page);
        _file.InTransaction(() =>
        {
            Append(cluster, page.Records);
            page.Accounts.ForEach(account => _file.Execute(LedgerSchema.SetAccount, cluster, account.Account, account.BalanceMicros, account.State));
            page.Owed.ForEach(owed => _file.Execute(LedgerSchema.InsertOwed, cluster, owed.Id, owed.Topic, owed.Payload, owed.IsRetained ? 1 : 0));
            page.Paid.ForEach(id => _file.Execute(LedgerSchema.DeleteOwed, cluster, id));
        });
    }

    /// <summary>Balance of an account by its entries in micro-units.</summary>
    public long BalanceMicros(string cluster, int account) =>
        _file.Rows("SELECT COALESCE(SUM(amount), 0) FROM entry WHERE cluster = ?1 AND account = ?2", cluster, account)
            .Select(r => r.Integer(0)).Single();

    /// <summary>The last link of a cluster's chain, to be noted elsewhere: whoever can write the file can shorten the chain and its head alike.</summary>
    public LedgerHead Head(string cluster) =>
        _file.Rows("SELECT number, hash FROM head WHERE cluster = ?1", cluster).Select(r => new LedgerHead(r.Integer(0), r.Bytes(1))).SingleOrDefault()
            ?? new LedgerHead(0, LedgerHash.First(cluster));

    /// <summary>All rows of a cluster in order.</summary>
    public IEnumerable<LedgerRow> Rows(string cluster) =>
        _file.Rows(LedgerSchema.SelectRow + "WHERE cluster = ?1 ORDER BY number", cluster).Select(LedgerSchema.ToRow);

    /// <summary>The rows of a slot from it on in order.</summary>
    public IEnumerable<LedgerRow> RowsFrom(string cluster, int slot) =>
        _file.Rows(LedgerSchema.SelectRow + "WHERE cluster = ?1 AND slot >= ?2 ORDER BY number", cluster, slot).Select(LedgerSchema.ToRow);

    /// <summary>The accounts of a cluster as they were last written.</summary>
    public IEnumerable<StoredAccount> Accounts(string cluster) =>
        _file.Rows("SELECT account, balance, state FROM account WHERE cluster = ?1 ORDER BY account", cluster)
            .Select(r => new StoredAccount(unchecked((int)r.Integer(0)), r.Integer(1), r.Bytes(2)));

    /// <summary>The messages that are still owed to the broker, oldest first.</summary>
    public IEnumerable<OwedMessage> Owed(string cluster) =>
        _file.Rows("SELECT id, topic, payload, retained FROM owed WHERE cluster = ?1 ORDER BY id", cluster)
            .Select(r => new OwedMessage(r.Integer(0), r.Text(1), r.Bytes(2), r.Integer(3) != 0));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void RequireZeroSums(LedgerPage page)
    {
        foreach (IGrouping<int, LedgerRecord> slot in page.Records.Where(record => record.Entry.AmountMicros != 0).GroupBy(record => record.Slot))
        {
            Int128 sum = slot.Aggregate(Int128.Zero, (sum, record) => sum + record.Entry.AmountMicros);
            if (sum != 0)
            {
                throw new ArgumentException($"The entries of slot {slot.Key} add up to {sum} micro-units, not to zero.");
            }
        }
    }

    private void Append(string cluster, List<LedgerRecord> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        (long number, byte[] hash) = Head(cluster);
        foreach (LedgerRecord record in records)
        {
            number++;
            hash = LedgerHash.Next(hash, number, record);
            LedgerEntry entry = record.Entry;
            _file.Execute(
                LedgerSchema.InsertEntry, cluster, number, record.Slot, entry.Account, (int)entry.Kind, entry.EnergyMilliwattHours, entry.AmountMicros, record.Message, hash);
        }

        _file.Execute(LedgerSchema.SetHead, cluster, number, hash);
    }
}
