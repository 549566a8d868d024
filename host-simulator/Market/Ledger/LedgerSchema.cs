// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The table of the ledger and how a row is read from it.</summary>
internal static class LedgerSchema
{
    /// <summary>The triggers keep honest programs from changing the past; the chain shows what dishonest ones did.</summary>
    public const string Statements = """
        CREATE TABLE IF NOT EXISTS entry (
          cluster TEXT NOT NULL,
          number INTEGER NOT NULL,
          slot INTEGER NOT NULL,
          account INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          energy INTEGER NOT NULL,
          amount INTEGER NOT NULL,
          hash BLOB NOT NULL,
          PRIMARY KEY (cluster, number)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS entry_of_slot ON entry (cluster, slot);
        CREATE INDEX IF NOT EXISTS entry_of_account ON entry (cluster, account, amount);
        CREATE TRIGGER IF NOT EXISTS no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        """;

    public const string Insert = "INSERT INTO entry (cluster, number, slot, account, kind, energy, amount, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public const string SelectRow = "SELECT number, slot, account, kind, energy, amount, hash FROM entry ";

    public static LedgerRow ToRow(SqliteRow row) => new(
        row.Integer(0),
        unchecked((int)row.Integer(1)),
        new LedgerEntry(unchecked((int)row.Integer(2)), (LedgerEntryKind)row.Integer(3), row.Integer(4), row.Integer(5)),
        row.Bytes(6));
}
