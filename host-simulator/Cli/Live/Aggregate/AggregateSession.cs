// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Threading;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Detection;
using Prosumeter.Simulator.Scenarios.Live;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary>Serves a cluster until somebody ends it, and tells what happens.</summary>
internal sealed class AggregateSession
{
    private const int PollMilliseconds = 2;
    private const int RefreshMilliseconds = 200;
    private readonly SharedTime _time;
    private readonly Aggregator _market;
    private readonly AggregateEvents _events;
    private readonly IAggregateOutput _output;
    private readonly SynchronizationWatch? _watch;
    private readonly BrokerAddress _broker;
    private bool? _wasConnected;

    private AggregateSession(AggregateSettings settings, Aggregator market, SynchronizationWatch? watch, IAggregateOutput output)
    {
        _time = new SharedTime(settings.Speed);
        _market = market;
        _watch = watch;
        _output = output;
        _broker = settings.Broker;
        _events = new AggregateEvents(market, settings.Market.SlotSeconds, (what, text) => _output.Tell(_time.Utc, what, text), watch);
    }

    /// <summary>Runs until Ctrl-C.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="CliException">Something is in the way.</exception>
    public static int Run(AggregateSettings settings)
    {
        try
        {
            using Ledger ledger = Ledger.Open(settings.LedgerFile);
            using FileStream guard = Lock(settings);
            using MosquittoBroker broker = BrokerOption.Open(settings.Broker);
            using Aggregator market = new(broker, settings.Market, ledger);
            string title = $"cluster '{settings.Market.Cluster}', broker {settings.Broker}, ledger {settings.LedgerFile}";
            Console.Error.WriteLine($"{title}, Ctrl-C ends");
            IAggregateOutput output = settings.IsJson || Console.IsOutputRedirected ? new LineAggregateOutput(Console.Out, settings.IsJson) : new ScreenAggregateOutput(title);
            using SynchronizationWatch? watch = settings.Detects ? ClusterWatch.Open(broker, settings.Market, ledger, new SharedTime(settings.Speed).UtcMilliseconds / 1000) : null;
            new AggregateSession(settings, market, watch, output).Serve();
            return ExitCode.Ok;
        }
        catch (LedgerException failure)
        {
            throw CliException.Environment($"{failure.Message}. Nothing that is not in the ledger was acknowledged: start again once it can be written.");
        }
    }

    // Two markets of one cluster would take turns at throwing each other off the broker.
    private static FileStream Lock(AggregateSettings settings)
    {
        string path = $"{settings.LedgerFile}.{settings.Market.Cluster}.lock";
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw CliException.Environment($"Cluster '{settings.Market.Cluster}' is served by another process with this ledger ({path} is locked).");
        }
        catch (UnauthorizedAccessException failure)
        {
            throw CliException.Environment(failure.Message);
        }
    }

    private void Serve()
    {
        using StopSignal stop = new();
        _output.Around(() =>
        {
            long nextRefresh = 0;
            long nextStep = 0;
            while (!stop.Wait(_market.HasReceived ? 0 : PollMilliseconds))
            {
                long now = Environment.TickCount64;
                if (_market.HasReceived || now >= nextStep)
                {
                    nextStep = now + (long)(_market.Step(_time.UtcMilliseconds) / _time.Speed);
                    TellConnection();
                    _watch?.Step(_time.UtcMilliseconds);
                }

                if (now >= nextRefresh)
                {
                    nextRefresh = now + RefreshMilliseconds;
                    _output.Refresh(_time.Utc, _market);
                }
            }

            TakeLeave();
        });
    }

    // What is owed is said before the end, if the broker takes it at once.
    private void TakeLeave()
    {
        const int PatienceMilliseconds = 2000;
        long deadline = Environment.TickCount64 + PatienceMilliseconds;
        do
        {
            _market.Step(_time.UtcMilliseconds);
            Thread.Sleep(PollMilliseconds);
        }
        while (_market.IsConnected && _market.OwedMessages > 0 && Environment.TickCount64 < deadline);

        _market.Step(_time.UtcMilliseconds);
        _events.TellEnd();
    }

    private void TellConnection()
    {
        bool isConnected = _market.IsConnected;
        if (isConnected != _wasConnected && (isConnected || _wasConnected == true))
        {
            _output.Tell(_time.Utc, "broker", isConnected ? $"connected to {_broker}" : $"lost {_broker}; it is tried again every 2 s");
        }
        else if (!isConnected && _wasConnected is null && _market.LastAnswer is { IsAccepted: false } answer)
        {
            _output.Tell(_time.Utc, "broker", $"{answer.Reason.TrimEnd('.')}; it is tried again every 2 s");
        }

        _wasConnected = isConnected || _wasConnected is not null || _market.LastAnswer is not null ? isConnected : null;
    }
}
