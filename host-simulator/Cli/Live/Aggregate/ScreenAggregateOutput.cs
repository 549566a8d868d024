// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Market;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary>A live screen: how the market stands, and the last events.</summary>
internal sealed class ScreenAggregateOutput(string title) : IAggregateOutput
{
    private const int KeptLines = 16;
    private readonly IAnsiConsole _console = Screen.Output();
    private readonly Queue<string> _lines = new();
    private LiveDisplayContext? _context;

    /// <inheritdoc/>
    public void Around(Action loop) => _console.Live(new Text(string.Empty)).Start(context =>
    {
        _context = context;
        loop();
        _context = null;
    });

    /// <inheritdoc/>
    public void Tell(DateTime utc, string what, string text)
    {
        _lines.Enqueue($"{utc:HH:mm:ss} {what,-10} {text}");
        if (_lines.Count > KeptLines)
        {
            _lines.Dequeue();
        }
    }

    /// <inheritdoc/>
    public void Refresh(DateTime utc, Aggregator market) => _context?.UpdateTarget(new Rows(
        new Markup($"[bold]{Markup.Escape(title)}[/]   {utc:yyyy-MM-dd HH:mm:ss} UTC   [grey]Ctrl-C ends[/]"),
        new Panel(new Rows(State(market).Select(line => new Text(line)))) { Header = new PanelHeader("market"), Expand = true },
        new Panel(new Rows(_lines.Select(line => new Text(line) { Overflow = Overflow.Ellipsis }))) { Header = new PanelHeader("events"), Expand = true }));

    private static IEnumerable<string> State(Aggregator market)
    {
        MarketAccounts accounts = market.Accounts;
        const double Million = 1e6;
        yield return market.IsConnected ? "broker    connected" : "broker    not there, tried again every 2 s";
        yield return string.Create(CultureInfo.InvariantCulture, $"slot      {market.OpenSlot} open, {market.OpenBids} bids");
        yield return string.Create(CultureInfo.InvariantCulture, $"meters    {accounts.Meters.Count}, {accounts.Meters.Values.Count(meter => meter.MissingReport >= 0)} with missing reports");
        yield return string.Create(CultureInfo.InvariantCulture, $"operator  sold {accounts.Operator.SoldMilliwattHours / Million:0.000} kWh, bought {accounts.Operator.BoughtMilliwattHours / Million:0.000} kWh, balance {accounts.Operator.BalanceMicros / Million:+0.00;-0.00;0}");
        yield return string.Create(CultureInfo.InvariantCulture, $"owed      {market.OwedMessages} messages to the broker");
    }
}
