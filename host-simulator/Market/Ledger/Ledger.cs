// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The books of the market: append-only, hash-chained for each cluster, zero-sum for each slot. A slot is one SQLite transaction in WAL mode with full
/// synchronisation, so after a crash at any moment it stands there whole or not at all, and posting it again changes nothing.
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
            file.Rows("SELECT cluster FROM entry LIMIT 1").Count();
            return new Ledger(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Names of the clusters that have entries.</summary>
    public IReadOnlyList<string> Clusters() => _file.Rows("SELECT DISTINCT cluster FROM entry ORDER BY cluster").Select(r => r.Text(0)).ToList();

    /// <summary>Writes the entries of one slot of a cluster, all or none. Slots of a cluster come in rising order.</summary>
    /// <exception cref="LedgerException">The disk refused it; nothing was written.</exception>
    public PostResult Post(string cluster, int slot, IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentException.ThrowIfNullOrEmpty(cluster);
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            return PostResult.Empty;
        }

        if (entries.Aggregate(Int128.Zero, (sum, e) => sum + e.AmountMicros) != 0)
        {
            return PostResult.NotZeroSum;
        }

        return _file.InTransaction(() => PostInTransaction(cluster, slot, entries));
    }

    /// <summary>Balance of an account over all slots in micro-units.</summary>
    public long BalanceMicros(string cluster, int account) =>
        _file.Rows("SELECT COALESCE(SUM(amount), 0) FROM entry WHERE cluster = ?1 AND account = ?2", cluster, account)
            .Select(r => r.Integer(0)).Single();

    /// <summary>The newest slot of a cluster, or -1 when it has none.</summary>
    public int NewestSlot(string cluster) => NewestRow(cluster) is { } row ? row.Slot : -1;

    /// <summary>The last link of a cluster's chain, to be kept elsewhere: only with it can missing rows at the end be seen. Null when the cluster has no entries.</summary>
    public byte[]? Head(string cluster) => NewestRow(cluster)?.Hash;

    /// <summary>All rows of a cluster in order.</summary>
    public IEnumerable<LedgerRow> Rows(string cluster) =>
        _file.Rows(LedgerSchema.SelectRow + "WHERE cluster = ?1 ORDER BY number", cluster).Select(LedgerSchema.ToRow);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private PostResult PostInTransaction(string cluster, int slot, IReadOnlyList<LedgerEntry> entries)
    {
        LedgerRow? newest = NewestRow(cluster);
        if (newest is not null && slot <= newest.Slot)
        {
            return Compare(cluster, slot, entries);
        }

        byte[] hash = newest?.Hash ?? LedgerHash.First(cluster);
        long number = newest?.Number ?? 0;
        foreach (LedgerEntry entry in entries)
        {
            number++;
            hash = LedgerHash.Next(hash, number, slot, entry);
            _file.Execute(LedgerSchema.Insert, cluster, number, slot, entry.Account, (int)entry.Kind, entry.EnergyMilliwattHours, entry.AmountMicros, hash);
        }

        return PostResult.Posted;
    }

    private PostResult Compare(string cluster, int slot, IReadOnlyList<LedgerEntry> entries)
    {
        List<LedgerEntry> stored = _file.Rows(LedgerSchema.SelectRow + "WHERE cluster = ?1 AND slot = ?2 ORDER BY number", cluster, slot)
            .Select(r => LedgerSchema.ToRow(r).Entry).ToList();
        return stored.Count == 0 ? PostResult.OutOfOrder : stored.SequenceEqual(entries) ? PostResult.AlreadyPosted : PostResult.Conflicts;
    }

    private LedgerRow? NewestRow(string cluster) =>
        _file.Rows(LedgerSchema.SelectRow + "WHERE cluster = ?1 ORDER BY number DESC LIMIT 1", cluster).Select(LedgerSchema.ToRow).SingleOrDefault();
}
