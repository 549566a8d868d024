// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Policy;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Remote;

/// <summary>Brings a learned policy into a meter, line by line over its console (docs/console.md, qtable): the meter takes all of it or nothing.</summary>
public sealed class PolicyTransfer
{
    private const int BytesInALine = 32;

    private readonly MeterConsole _console;
    private readonly Queue<string> _lines;

    /// <summary>A transfer that starts with its first step.</summary>
    /// <param name="console">The meter's console, connected.</param>
    /// <param name="table">A table as <see cref="QTable.Export"/> writes it.</param>
    /// <param name="pin">The meter's PIN.</param>
    /// <exception cref="FormatException">The bytes are no such table.</exception>
    public PolicyTransfer(MeterConsole console, byte[] table, string pin)
    {
        ArgumentNullException.ThrowIfNull(console);
        Check(table);
        _console = console;
        _lines = new Queue<string>(Lines(table, pin));
        Count = _lines.Count;
    }

    /// <summary>Lines to send.</summary>
    public int Count { get; }

    /// <summary>Lines that the meter has answered.</summary>
    public int Answered { get; private set; }

    /// <summary>The answer that ended the transfer before its time; null while all is well.</summary>
    public CommandAnswer? Refusal { get; private set; }

    /// <summary>Whether the meter has taken the table.</summary>
    public bool IsDone => Answered == Count && Refusal == null;

    /// <summary>Whether nothing more will happen.</summary>
    public bool HasEnded => Refusal != null || IsDone;

    /// <summary>Takes an answer and sends the next line.</summary>
    /// <returns>Whether an answer came.</returns>
    public bool Step()
    {
        CommandAnswer? answer = _console.Take();
        if (answer != null)
        {
            Answered++;
            Refusal = answer.Reason == RefusalReason.Taken ? null : answer;
        }

        if (!HasEnded && !_console.IsWaiting)
        {
            _console.Send(_lines.Dequeue());
        }

        return answer != null;
    }

    private static void Check(byte[] table)
    {
        RefusalReason reason = new QTable().Import(table, table.Length);
        if (reason != RefusalReason.Taken)
        {
            throw new FormatException($"{table.Length} bytes are no learned policy of {QTable.ExportLength}: {reason}.");
        }
    }

    private static IEnumerable<string> Lines(byte[] table, string pin)
    {
        yield return $"unlock {pin}";
        for (int offset = 0; offset < table.Length; offset += BytesInALine)
        {
            yield return $"qtable put {offset} {Convert.ToHexStringLower(table, offset, Math.Min(BytesInALine, table.Length - offset))}";
        }

        yield return "qtable take";
        yield return "lock";
    }
}
