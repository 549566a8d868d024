// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using SQLitePCL;

namespace Prosumeter.Simulator.Market;

/// <summary>The row a query stands on; valid until the query moves on.</summary>
internal readonly struct SqliteRow(sqlite3_stmt statement)
{
    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();
}
