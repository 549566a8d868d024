// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using Prosumeter.Messages;
using Prosumeter.Simulator.Scenarios.Live;

namespace Prosumeter.Simulator.Cli.Live.Fleet;

/// <summary>What a bystander hears of a fleet.</summary>
internal sealed class FleetCounters
{
    private const double Million = 1e6;
    private readonly Dictionary<int, bool> _isOnline = [];

    /// <summary>Meters whose last state was online.</summary>
    public int Online { get; private set; }

    private int Births { get; set; }

    private int Bids { get; set; }

    private int Awards { get; set; }

    private int Reports { get; set; }

    private int Settlements { get; set; }

    private int Refusals { get; set; }

    private long SoldMilliwattHours { get; set; }

    /// <summary>Counts a message.</summary>
    public void Hear(BusMessage message)
    {
        switch (message.Message)
        {
            case Birth:
                Births++;
                break;
            case StateMessage state:
                HearState(message.Meter, state.IsOnline);
                break;
            case Bid:
                Bids++;
                break;
            case Award award:
                Awards++;
                SoldMilliwattHours += award.Side == TradeSide.Sell ? award.EnergyMilliwattHours : 0;
                break;
            case SlotReport:
                Reports++;
                break;
            case Settlement:
                Settlements++;
                break;
            case Acknowledgement { AnsweredType: MessageType.Bid or MessageType.SlotReport }:
                Refusals++;
                break;
        }
    }

    /// <summary>The counters as a line for people.</summary>
    public string Text(int meters) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Online}/{meters} online, {Births} births, {Bids} bids, {Awards} awards, {SoldMilliwattHours / Million:0.000} kWh sold, {Reports} reports, {Settlements} settlements, {Refusals} refused");

    /// <summary>The counters as a line of JSON.</summary>
    public string Json(int meters, long starts) => JsonSerializer.Serialize(new
    {
        meters,
        online = Online,
        starts,
        births = Births,
        bids = Bids,
        awards = Awards,
        soldMilliwattHours = SoldMilliwattHours,
        reports = Reports,
        settlements = Settlements,
        refused = Refusals,
    });

    private void HearState(int meter, bool isOnline)
    {
        bool was = _isOnline.GetValueOrDefault(meter);
        _isOnline[meter] = isOnline;
        Online += isOnline == was ? 0 : isOnline ? 1 : -1;
    }
}
