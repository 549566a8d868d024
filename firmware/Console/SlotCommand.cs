// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Network;
using Prosumeter.Messages;
using Prosumeter.Trading;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"slot": what was decided for the slots, and why.</summary>
    internal sealed class SlotCommand : ConsoleCommand
    {
        private static readonly string[] s_states = { "hold", "sell", "buy" };
        private static readonly string[] s_modes = { "self-consumption", "charge", "discharge", "idle" };

        // In the order of DecisionReason.
        private static readonly string[] s_reasons =
        {
            "nothing decided yet", "storage can spare energy", "storage is below X_d", "between X_d and X_u, balance falls", "nothing is tradable",
            "no possible price", "market price unknown", "state of charge unknown", "sync", "no aggregator is heard", "settings are not valid", "slot has started",
        };

        private readonly Meter _meter;
        private readonly BidKeeper _bids;
        private readonly Mailbox _mailbox;

        public SlotCommand(Meter meter, BidKeeper bids, Mailbox mailbox)
            : base("slot", "slot: state, bid, award and why")
        {
            _meter = meter;
            _bids = bids;
            _mailbox = mailbox;
        }

        public override bool Run(string[] words, TextBuffer output)
        {
            TradingController controller = _meter.Controller;
            output.Label("slot").Add(controller.Slot).Add(" of ").Add(_meter.SlotSeconds).Add(" s").Line();
            output.Label("X_u, X_d").Share(_meter.Configuration.Get(SettingId.SellAbovePermille)).Add(", ");
            output.Share(_meter.Configuration.Get(SettingId.BuyBelowPermille)).Line();
            output.Label("state of charge").Share(controller.StateOfChargePermille).Line();
            output.Label("net change C").Energy(controller.NetChangeMilliwattHours).Line();
            output.Label("state").Add(s_states[(int)controller.State]).Line();
            output.Label("tradable").Energy(controller.TradableMilliwattHours).Line();
            output.Label("offered price").Price(controller.OfferedPriceMicros).Line();
            output.Label("why").Add(s_reasons[(int)controller.Reason]).Line();
            output.Label("storage is told").Add(s_modes[(int)controller.StorageSetPoint]).Line();
            output.Label("load").Add(controller.CutsInterruptibleLoad ? "cut" : "supplied").Line();
            if (_bids != null)
            {
                MarketTo(output);
            }

            return true;
        }

        private void MarketTo(TextBuffer output)
        {
            output.Label("gate").Add(_bids.GateSeconds).Add(" s before a slot").Line();
            output.Label("bids").Add(_bids.BidCount).Line();
            output.Label("last price").Add("slot ").Add(_mailbox.Price.Slot).Add(", ").Price(_mailbox.Price.RetailMicrosPerKilowattHour).Line();
            Award award = _mailbox.Award;
            output.Label("last award").Add("slot ").Add(award.Slot).Add(award.Side == TradeSide.Buy ? ", buy " : ", sell ").Energy(award.EnergyMilliwattHours).Line();
            output.Label("last settlement").Add("slot ").Add(_mailbox.Settlement.Slot).Add(", ").AddScaled(_mailbox.Settlement.AmountMicros, 6).Line();
        }
    }
}
