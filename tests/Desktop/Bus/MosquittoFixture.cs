// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>An Eclipse Mosquitto of its own: free loopback port, own configuration in a temporary folder, ended by its process.</summary>
public sealed class MosquittoFixture : IDisposable
{
    /// <summary>How long a test waits for something that should happen at once.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Remedy = "Install mosquitto, mosquitto-clients and libmosquitto1, on Debian: apt-get install mosquitto mosquitto-clients libmosquitto1";

    private readonly string _folder = Directory.CreateTempSubdirectory("prosumeter-mosquitto-").FullName;
    private readonly List<string> _log = [];
    private readonly Process _process;

    private MosquittoFixture(string program, int port)
    {
        Port = port;
        string configuration = Path.Combine(_folder, "mosquitto.conf");
        File.WriteAllText(configuration, $"""
            listener {Port} 127.0.0.1
            allow_anonymous true
            persistence false
            log_dest stderr
            log_type all
            max_queued_messages 1000
            """);
        _process = Process.Start(new ProcessStartInfo(program, ["-c", configuration]) { RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginErrorReadLine();
        WaitForLog(0, " running");
    }

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Lines logged so far: where a wait may start.</summary>
    public int LogPosition
    {
        get
        {
            lock (_log)
            {
                return _log.Count;
            }
        }
    }

    /// <summary>Starts one, or ends the test as inconclusive when it is not installed.</summary>
    /// <param name="port">0 for a free one.</param>
    public static MosquittoFixture StartOrSkip(int port = 0)
    {
        string? program = FindProgram("mosquitto");
        if (program is null || !CanLoadLibrary())
        {
            Assert.Inconclusive(Remedy);
        }

        return new MosquittoFixture(program!, port == 0 ? FindFreePort() : port);
    }

    /// <summary>A program on the path or where Debian keeps daemons; null when it is not there.</summary>
    public static string? FindProgram(string name)
    {
        string path = Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/usr/local/sbin";
        foreach (string folder in path.Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            string candidate = Path.Combine(folder, name);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Waits until the broker logs a line that contains the text.</summary>
    /// <param name="from">Lines before this <see cref="LogPosition"/> do not count.</param>
    /// <param name="text">What the line contains.</param>
    public void WaitForLog(int from, string text)
    {
        long started = Stopwatch.GetTimestamp();
        lock (_log)
        {
            while (_log.FindIndex(Math.Min(from, _log.Count), line => line.Contains(text, StringComparison.Ordinal)) < 0)
            {
                TimeSpan left = Patience - Stopwatch.GetElapsedTime(started);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_log, left))
                {
                    Assert.Fail($"Mosquitto did not log '{text}' in {Patience}. It logged:\n{string.Join('\n', _log)}");
                }
            }
        }
    }

    /// <summary>Kills the broker (SIGKILL).</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends the broker and removes its folder.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool CanLoadLibrary()
    {
        try
        {
            new MosquittoBroker("127.0.0.1", 1883).Dispose();
            return true;
        }
        catch (DllNotFoundException)
        {
            return false;
        }
    }

    private static int FindFreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            if (line is not null)
            {
                _log.Add(line);
            }

            Monitor.PulseAll(_log);
        }
    }
}
