// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Prosumeter.Simulator.Workloads.Live;

/// <summary>An Eclipse Mosquitto with its default settings on a free port of this computer, ended with this object.</summary>
public sealed class MosquittoProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private MosquittoProcess(string program, int port)
    {
        Port = port;
        _process = Process.Start(new ProcessStartInfo(program, ["-p", $"{port}"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        WaitForListener();
    }

    /// <summary>Its TCP port.</summary>
    public int Port { get; }

    /// <summary>Starts one.</summary>
    /// <returns>Null when Mosquitto is not installed.</returns>
    /// <exception cref="InvalidOperationException">It does not listen.</exception>
    public static MosquittoProcess? Start()
    {
        string path = Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/usr/local/sbin";
        string? program = path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, "mosquitto")).FirstOrDefault(File.Exists);
        return program is null ? null : new MosquittoProcess(program, FreePort());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void WaitForListener()
    {
        const int RetryMilliseconds = 20;
        long started = Stopwatch.GetTimestamp();
        while (!Listens())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > s_patience)
            {
                throw new InvalidOperationException($"Mosquitto does not listen on port {Port}.");
            }

            Thread.Sleep(RetryMilliseconds);
        }
    }

    private bool Listens()
    {
        try
        {
            using TcpClient client = new();
            client.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
