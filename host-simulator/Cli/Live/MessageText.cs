// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Storage;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Cli.Live;

/// <summary>Messages as a person reads them: energies in kWh, powers in kW, money in units of the currency.</summary>
internal static class MessageText
{
    private const double Million = 1e6;

    /// <summary>One line about a message.</summary>
    public static string Of(Message message, int slotSeconds)
    {
        string slot = message.Slot > 0 ? SlotOf(message.Slot, slotSeconds) : string.Empty;
        return $"{Topics.VerbOf(message.Type),-10} {slot,-10}  {Body(message)}";
    }

    /// <summary>The names of the faults in a set, "none" when it is empty.</summary>
    public static string Faults(int faults)
    {
        IEnumerable<string> names = Enumerable.Range(0, FaultFlags.Count).Where(bit => (faults & (1 << bit)) != 0).Select(FaultFlags.NameOfBit);
        return faults == 0 ? "none" : string.Join(' ', names);
    }

    private static string Body(Message message) => message switch
    {
        PriceMessage price => Text($"retail {price.RetailMicrosPerKilowattHour / Million:0.0000}, feed-in {price.FeedInMicrosPerKilowattHour / Million:0.0000} per kWh, gate {price.GateSeconds} s before"),
        Bid bid => Text($"{Side(bid.Side)} {bid.EnergyMilliwattHours / Million:0.000} kWh at {bid.PriceMicrosPerKilowattHour / Million:0.0000} per kWh"),
        Award { EnergyMilliwattHours: 0 } award => $"nothing {(award.Side == TradeSide.Sell ? "sold" : "bought")}",
        Award award => Text($"{Side(award.Side)} {award.EnergyMilliwattHours / Million:0.000} kWh for {award.AmountMicros / Million:0.0000}"),
        Settlement settlement => Text($"{settlement.AmountMicros / Million:+0.0000;-0.0000} (delivered {settlement.DeliveredMilliwattHours / Million:0.000}, short {settlement.ShortfallMilliwattHours / Million:0.000} kWh), balance {settlement.BalanceMicros / Million:+0.0000;-0.0000}"),
        SlotReport report => Text($"import {report.ImportMilliwattHours / Million:0.000}, export {report.ExportMilliwattHours / Million:0.000}, PV {report.GenerationMilliwattHours / Million:0.000} kWh, {report.StateOfChargePermille / 10.0:0.0} %"),
        Reading reading => Text($"grid {reading.GridMilliwatts / Million:+0.000;-0.000}, PV {reading.GenerationMilliwatts / Million:0.000}, storage {reading.StorageMilliwatts / Million:+0.000;-0.000} kW, {reading.StateOfChargePermille / 10.0:0.0} %"),
        StateMessage state => Text($"{(state.IsOnline ? "online" : "OFFLINE")}{(state.IsAlone ? ", alone" : string.Empty)}, {StateOf(state.StorageState)}, {state.StateOfChargePermille / 10.0:0.0} %, faults: {Faults(state.Faults)}"),
        Birth birth => Text($"firmware {birth.FirmwareVersion}, start {birth.BootCount}, storage {birth.StorageCapacityMilliwattHours / Million:0.0} kWh"),
        Acknowledgement answer => Text($"{Topics.VerbOf(answer.AnsweredType)} {answer.AnsweredSequence}: {(RefusalReason)answer.Reason} {answer.Text}"),
        Command command => command.Line ?? string.Empty,
        _ => string.Empty,
    };

    private static string SlotOf(int slot, int slotSeconds) =>
        DateTime.UnixEpoch.AddSeconds(MarketSlot.StartSeconds(slot, slotSeconds)).ToString("'slot' HH':'mm", CultureInfo.InvariantCulture);

    private static string Side(TradeSide side) => side == TradeSide.Sell ? "sell" : "buy";

    private static string StateOf(int state) => ((StorageState)state).ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
