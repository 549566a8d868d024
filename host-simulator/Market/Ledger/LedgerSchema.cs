// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The tables of the ledger and how a row is read from them.</summary>
internal static class LedgerSchema
{
    /// <summary>
    /// The entries are the books. What stands beside them can be found again from them or is only work in hand: the head of each chain, the state of each account,
    /// and the messages the broker has not acknowledged. The triggers keep honest programs from changing the past; the chain shows what dishonest ones did.
    /// </summary>
    public const string Statements = """
        CREATE TABLE IF NOT EXISTS entry (
          cluster TEXT NOT NULL,
          number INTEGER NOT NULL,
          slot INTEGER NOT NULL,
          account INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          energy INTEGER NOT NULL,
          amount INTEGER NOT NULL,
          message BLOB NOT NULL,
          hash BLOB NOT NULL,
          PRIMARY KEY (cluster, number)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS entry_of_slot ON entry (cluster, slot);
        CREATE TRIGGER IF NOT EXISTS no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TABLE IF NOT EXISTS head (
          cluster TEXT PRIMARY KEY,
          number INTEGER NOT NULL,
          hash BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS account (
          cluster TEXT NOT NULL,
          account INTEGER NOT NULL,
          balance INTEGER NOT NULL,
          state BLOB NOT NULL,
          PRIMARY KEY (cluster, account)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS owed (
          cluster TEXT NOT NULL,
          id INTEGER NOT NULL,
          topic TEXT NOT NULL,
          payload BLOB NOT NULL,
          retained INTEGER NOT NULL,
          PRIMARY KEY (cluster, id)) WITHOUT ROWID;
        """;

    public const string InsertEntry =
        "INSERT INTO entry (cluster, number, slot, account, kind, energy, amount, message, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

    public const string SetHead = "INSERT OR REPLACE INTO head (cluster, number, hash) VALUES (?1, ?2, ?3)";

    public const string SetAccount = "INSERT OR REPLACE INTO account (cluster, account, balance, state) VALUES (?1, ?2, ?3, ?4)";

    public const string InsertOwed = "INSERT INTO owed (cluster, id, topic, payload, retained) VALUES (?1, ?2, ?3, ?4, ?5)";

    public const string DeleteOwed = "DELETE FROM owed WHERE cluster = ?1 AND id = ?2";

    public const string SelectRow = "SELECT number, slot, account, kind, energy, amount, message, hash FROM entry ";

    public static LedgerRow ToRow(SqliteRow row) => new(
        row.Integer(0),
        new LedgerRecord(
            unchecked((int)row.Integer(1)),
            new LedgerEntry(unchecked((int)row.Integer(2)), (LedgerEntryKind)row.Integer(3), row.Integer(4), row.Integer(5)),
            row.Bytes(6)),
        row.Bytes(7));
}
