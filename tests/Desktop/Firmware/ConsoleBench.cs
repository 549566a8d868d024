// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>A meter with somebody at its serial console and somebody at its "cmd" topic.</summary>
internal sealed class ConsoleBench : IDisposable
{
    public const string Pin = "2468";

    private int _sequence;

    public ConsoleBench(string configuration = MeterBench.Usual)
    {
        Meter = new MeterBench(configuration) { Console = Port };
        Meter.PowerCycle();
        Meter.Run(1);
        Port.TakeText();
    }

    public MeterBench Meter { get; }

    public TestPort Port { get; } = new();

    /// <summary>Types a line and gives back what the terminal shows behind its echo, up to the prompt.</summary>
    public string Ask(string line)
    {
        Drain();
        Port.Type(line + "\r");
        string text = Drain();
        int end = text.IndexOf("\r\n", StringComparison.Ordinal) + 2;
        return text.EndsWith("> ", StringComparison.Ordinal) ? text[end..^2] : text[end..];
    }

    /// <summary>Sends a command and gives back its acknowledgements.</summary>
    public IReadOnlyList<Acknowledgement> Command(string line)
    {
        int before = Meter.Link.Sent<Acknowledgement>().Count;
        string topic = Topics.ForMeter(MeterBench.Cluster, MeterBench.MeterNumber, MessageType.Command);
        Meter.Link.Deliver(topic, new Command { Meter = MeterBench.MeterNumber, Sequence = ++_sequence, Line = line });
        Meter.Run(1);
        List<Acknowledgement> answers = Meter.Link.Sent<Acknowledgement>()[before..];
        Assert.IsTrue(answers.All(a => a.AnsweredType == MessageType.Command && a.AnsweredSequence == _sequence), line);
        return answers;
    }

    /// <summary>Sets a PIN and opens the serial line, as on a new meter.</summary>
    public void Unlock()
    {
        Ask("unlock 0000");
        StringAssert.Contains(Ask("pin " + Pin), "is changed");
    }

    public string Drain()
    {
        var text = new StringBuilder();
        for (int quiet = 0; quiet < 3; quiet++)
        {
            Meter.Time.Spend(Meter.App.Step() * 1000L);
            string piece = Port.TakeText();
            text.Append(piece);
            quiet = piece.Length > 0 || Port.HasInput ? -1 : quiet;
        }

        return text.ToString();
    }

    public void Dispose() => Meter.Dispose();
}
