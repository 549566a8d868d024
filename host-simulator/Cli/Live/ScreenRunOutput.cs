// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Scenarios.Live;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>A live screen: what flows in the home, what the meter says, and the last messages.</summary>
internal sealed class ScreenRunOutput : IRunOutput
{
    private const int KeptLines = 12;
    private const int BarCharacters = 24;
    private readonly IAnsiConsole _console = Screen.Output();
    private readonly string _title;
    private readonly int _slotSeconds;
    private readonly Queue<string> _lines = new();
    private LiveDisplayContext? _context;
    private StateMessage? _state;
    private Settlement? _settlement;
    private Reading? _reading;

    /// <summary>A screen.</summary>
    /// <param name="title">What runs, where its console is.</param>
    /// <param name="slotSeconds">Length of a slot in s.</param>
    public ScreenRunOutput(string title, int slotSeconds)
    {
        _title = title;
        _slotSeconds = slotSeconds;
    }

    /// <inheritdoc/>
    public void Around(Action loop) => _console.Live(new Text(string.Empty)).Start(context =>
    {
        _context = context;
        loop();
        _context = null;
    });

    /// <inheritdoc/>
    public void Hear(DateTime utc, BusMessage message)
    {
        if (message.Message is null)
        {
            return;
        }

        _state = message.Message as StateMessage ?? _state;
        _settlement = message.Message as Settlement ?? _settlement;
        _reading = message.Message as Reading ?? _reading;
        if (message.Message is not Reading)
        {
            _lines.Enqueue($"{utc:HH:mm:ss} {MessageText.Of(message.Message, _slotSeconds)}");
            if (_lines.Count > KeptLines)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <inheritdoc/>
    public void Refresh(LiveMeter meter) => _context?.UpdateTarget(Picture(meter));

    private Rows Picture(LiveMeter meter) => new(
        new Markup($"[bold]{Markup.Escape(_title)}[/]   {TimeOf(meter):yyyy-MM-dd HH:mm:ss} UTC   [grey]Ctrl-C ends[/]"),
        new Columns(Panel("home", HomeLines(meter)), Panel("meter", MeterLines(meter))) { Expand = true },
        Panel("messages", _lines.Count > 0 ? _lines : ["nothing yet: the board joins the network"]));

    private static Panel Panel(string header, IEnumerable<string> lines) =>
        new(new Rows(lines.Select(line => (IRenderable)new Text(line) { Overflow = Overflow.Ellipsis }))) { Header = new PanelHeader(header), Expand = true };

    private static IEnumerable<string> HomeLines(LiveMeter meter) =>
    [
        Power("load", meter.Home.LoadWatts),
        Power("PV", meter.Home.GenerationWatts),
        Power("storage", meter.Home.Battery.Watts),
        Power("grid", meter.Home.GridWatts),
        string.Create(CultureInfo.InvariantCulture, $"{"stored",-8}{meter.Home.Battery.StateOfCharge * 100,8:0.0} %  {Bar(meter.Home.Battery.StateOfCharge)}"),
    ];

    private IEnumerable<string> MeterLines(LiveMeter meter) =>
    [
        $"starts    {meter.StartCount}",
        _state is null ? "link      connecting" : $"link      {(_state.IsOnline ? "online" : "offline")}{(_state.IsAlone ? ", alone: no price heard" : string.Empty)}",
        $"faults    {MessageText.Faults(_state?.Faults ?? 0)}",
        Registers("import", _reading?.ImportMilliwattHours, "export", _reading?.ExportMilliwattHours),
        Registers("charge", _reading?.ChargeMilliwattHours, "discharge", _reading?.DischargeMilliwattHours),
        string.Create(CultureInfo.InvariantCulture, $"balance   {(_settlement?.BalanceMicros ?? 0) / 1e6:+0.0000;-0.0000;0}"),
    ];

    private static string Registers(string first, long? firstMilliwattHours, string second, long? secondMilliwattHours) => string.Create(
        CultureInfo.InvariantCulture, $"{first,-9} {(firstMilliwattHours ?? 0) / 1e6:0.000} kWh, {second} {(secondMilliwattHours ?? 0) / 1e6:0.000} kWh");

    private static string Power(string name, double watts)
    {
        const double FullScaleWatts = 6000;
        return string.Create(CultureInfo.InvariantCulture, $"{name,-8}{watts,8:0} W  {Bar(Math.Abs(watts) / FullScaleWatts)}");
    }

    private static string Bar(double share) => new string('█', (int)Math.Round(Math.Clamp(share, 0, 1) * BarCharacters)).PadRight(BarCharacters, '·');

    private static DateTime TimeOf(LiveMeter meter) => DateTime.UnixEpoch.AddMicroseconds(meter.Time.UtcMicroseconds);
}
