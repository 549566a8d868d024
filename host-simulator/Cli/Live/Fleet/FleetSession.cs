// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Live;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Cli.Live.Fleet;

/// <summary>Runs a fleet until somebody ends it, and tells what is heard of it.</summary>
internal sealed class FleetSession
{
    private const int RunsAtOnce = 256;
    private const int TellMilliseconds = 5000;
    private const int WatchedTellMilliseconds = 500;
    private readonly PacedFleet _fleet;
    private readonly BusEar _ear;
    private readonly SharedTime _time;
    private readonly bool _isJson;
    private readonly bool _isWatched;
    private readonly FleetCounters _counters = new();

    private FleetSession(PacedFleet fleet, BusEar ear, SharedTime time, bool isJson)
    {
        _fleet = fleet;
        _ear = ear;
        _time = time;
        _isJson = isJson;
        _isWatched = !isJson && !Console.IsOutputRedirected;
    }

    /// <summary>Runs until Ctrl-C.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="CliException">Something is in the way.</exception>
    public static int Run(BrokerAddress address, FleetSettings settings, double speed, bool isJson)
    {
        Check(settings, speed);
        SharedTime time = new(speed);
        using MosquittoBroker broker = BrokerOption.Open(address);
        using BusEar ear = new(broker, settings.Cluster);
        MqttConnectResult answer = ear.Connect();
        Console.Error.WriteLine($"{settings.Meters} meters of cluster '{settings.Cluster}', broker {address}, Ctrl-C ends");
        if (!answer.IsAccepted)
        {
            Console.Error.WriteLine($"{answer.Reason.TrimEnd('.')}; the meters try again by themselves, as boards do");
        }

        using PacedFleet fleet = Install(settings, broker, time);
        new FleetSession(fleet, ear, time, isJson).Serve();
        return ExitCode.Ok;
    }

    private static void Check(FleetSettings settings, double speed)
    {
        if (!MarketSlot.IsLength(settings.SlotSeconds))
        {
            throw CliException.BadInput($"--slot {settings.SlotSeconds} is refused; allowed: a divisor of 3600 from 60");
        }

        if (speed > SharedTime.HighestSpeed)
        {
            throw CliException.BadInput($"--speed {speed} is refused; allowed: above 0, at most {SharedTime.HighestSpeed}");
        }
    }

    private static PacedFleet Install(FleetSettings settings, MosquittoBroker broker, SharedTime time)
    {
        try
        {
            if (settings.FlashFolder is not null)
            {
                Directory.CreateDirectory(settings.FlashFolder);
            }

            return new PacedFleet(settings, broker, time.UtcMicroseconds / 1_000_000);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw CliException.Environment($"--flash {settings.FlashFolder}: {failure.Message}");
        }
    }

    private void Serve()
    {
        using StopSignal stop = new();
        long nextTell = 0;
        while (!stop.Wait(Wait()))
        {
            _fleet.Run(_time.UtcMicroseconds, RunsAtOnce);
            Listen();
            if (Environment.TickCount64 >= nextTell)
            {
                nextTell = Environment.TickCount64 + (_isWatched ? WatchedTellMilliseconds : TellMilliseconds);
                Tell();
            }
        }

        Listen();
        Tell();
        if (_isWatched)
        {
            Console.Out.WriteLine();
        }
    }

    private int Wait()
    {
        const int LongestMilliseconds = 20;
        double milliseconds = (_fleet.NextUtcMicroseconds - _time.UtcMicroseconds) / 1000.0 / _time.Speed;
        return (int)Math.Clamp(milliseconds, 0, LongestMilliseconds);
    }

    private void Listen()
    {
        _ear.Step();
        while (_ear.TryTake(out BusMessage? message))
        {
            _counters.Hear(message);
        }
    }

    private void Tell()
    {
        double lagSeconds = Math.Max((_time.UtcMicroseconds - _fleet.NextUtcMicroseconds) / 1e6 / _time.Speed, 0);
        string lag = lagSeconds > 1 ? FormattableString.Invariant($", {lagSeconds:0} s late: too many meters or too fast for this computer") : string.Empty;
        string line = _isJson ? _counters.Json(_fleet.Count, _fleet.Starts) : $"{_time.Utc:yyyy-MM-dd HH:mm:ss} {_counters.Text(_fleet.Count)}{lag}";
        Console.Out.Write(_isWatched ? $"\r{line}\u001b[K" : line + "\n");
        Console.Out.Flush();
    }
}
