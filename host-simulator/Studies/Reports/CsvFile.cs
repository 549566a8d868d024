// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Reports;

/// <summary>Writes numbers for other programs: comma, point, one header line.</summary>
public static class CsvFile
{
    /// <summary>Writes a table. Texts must not hold commas.</summary>
    public static void Write(string path, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows) =>
        File.WriteAllText(path, string.Concat(new[] { columns }.Concat(rows).Select(row => string.Join(',', row) + "\n")));
}
