// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

using SQLitePCL;

namespace Prosumeter.Simulator.Market;

/// <summary>One connection to a SQLite file. Every error is a <see cref="LedgerException"/> that names the file.</summary>
internal sealed class SqliteFile : IDisposable
{
    private const int BusyTimeoutMilliseconds = 5000;

    private readonly string _path;
    private readonly sqlite3 _connection;
    private readonly Dictionary<string, sqlite3_stmt> _prepared = new(StringComparer.Ordinal);

    static SqliteFile()
    {
        Batteries_V2.Init();
    }

    private SqliteFile(string path, int flags)
    {
        _path = path;
        int result = raw.sqlite3_open_v2(path, out _connection, flags, null);
        if (result != raw.SQLITE_OK)
        {
            string reason = raw.sqlite3_errstr(result).utf8_to_string();
            _connection.Dispose();
            throw new LedgerException($"cannot open the ledger {path}: {reason}");
        }

        raw.sqlite3_busy_timeout(_connection, BusyTimeoutMilliseconds);
    }

    public static SqliteFile OpenForWriting(string path) => new(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    public static SqliteFile OpenForReading(string path) => new(path, raw.SQLITE_OPEN_READONLY);

    public void Execute(string script)
    {
        int result = raw.sqlite3_exec(_connection, script, null, IntPtr.Zero, out string message);
        if (result != raw.SQLITE_OK)
        {
            throw new LedgerException($"ledger {_path}: {message}");
        }
    }

    public void Execute(string statement, params object[] parameters)
    {
        sqlite3_stmt prepared = Prepare(statement, parameters);
        Step(prepared);
        raw.sqlite3_reset(prepared);
    }

    /// <summary>Reads rows one by one; each is valid until the next is asked for.</summary>
    public IEnumerable<SqliteRow> Rows(string query, params object[] parameters)
    {
        sqlite3_stmt prepared = Prepare(query, parameters);
        try
        {
            while (Step(prepared))
            {
                yield return new SqliteRow(prepared);
            }
        }
        finally
        {
            raw.sqlite3_reset(prepared);
        }
    }

    public void InTransaction(Action work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            work();
            Execute("COMMIT");
        }
        catch
        {
            // SQLite may have rolled back by itself already; what matters is the first error.
            raw.sqlite3_exec(_connection, "ROLLBACK", null, IntPtr.Zero, out _);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (sqlite3_stmt statement in _prepared.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private sqlite3_stmt Prepare(string text, object[] parameters)
    {
        if (!_prepared.TryGetValue(text, out sqlite3_stmt? statement))
        {
            statement = Compile(text);
            _prepared.Add(text, statement);
        }

        raw.sqlite3_reset(statement);
        for (int i = 0; i < parameters.Length; i++)
        {
            Bind(statement, i + 1, parameters[i]);
        }

        return statement;
    }

    private sqlite3_stmt Compile(string text) =>
        raw.sqlite3_prepare_v2(_connection, text, out sqlite3_stmt statement) == raw.SQLITE_OK ? statement : throw Error();

    private static void Bind(sqlite3_stmt statement, int index, object value)
    {
        _ = value switch
        {
            string text => raw.sqlite3_bind_text(statement, index, text),
            byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, index, 0),
            byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
            _ => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        };
    }

    private bool Step(sqlite3_stmt statement)
    {
        int result = raw.sqlite3_step(statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result == raw.SQLITE_ROW;
        }

        LedgerException error = Error();
        raw.sqlite3_reset(statement);
        throw error;
    }

    private LedgerException Error() => new($"ledger {_path}: {raw.sqlite3_errmsg(_connection).utf8_to_string()}");
}
