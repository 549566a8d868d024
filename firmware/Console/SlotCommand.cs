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
            : base(
                "slot",
                "slot: state, tradable energy, price, bid and award, and why\n"
                + "Sell above and buy below are the sharing ratios X_u and X_d; net change is C.")
        {
            _meter = meter;
            _bids = bids;
            _mailbox = mailbox;
        }

        public override bool Run(string[] words, Answer answer)
        {
            TradingController controller = _meter.Controller;
            answer.Number("slot", controller.Slot).Scaled("length", " seconds", _meter.SlotSeconds, 0, " s");
            answer.Share("sell above", _meter.Configuration.Get(SettingId.SellAbovePermille));
            answer.Share("buy below", _meter.Configuration.Get(SettingId.BuyBelowPermille));
            answer.Share("state of charge", controller.StateOfChargePermille);
            answer.Energy("net change", controller.NetChangeMilliwattHours);
            answer.Text("state", s_states[(int)controller.Decision.State]).Text("why", s_reasons[(int)controller.Decision.Reason]);
            answer.Energy("tradable", controller.Decision.TradableMilliwattHours).Price("offered price", controller.Decision.PriceMicros);
            answer.Text("storage is told", s_modes[(int)controller.StorageSetPoint]);
            answer.Text("load", controller.CutsInterruptibleLoad ? "cut" : "supplied");
            if (_bids != null)
            {
                MarketTo(answer);
            }

            return true;
        }

        private void MarketTo(Answer answer)
        {
            Award award = _mailbox.Award;
            Settlement settlement = _mailbox.Settlement;
            answer.Scaled("gate", " seconds", _bids.GateSeconds, 0, " s").Number("bids", _bids.BidCount);
            answer.Number("price of slot", _mailbox.Price.Slot).Price("retail", _mailbox.Price.RetailMicrosPerKilowattHour);
            answer.Number("award of slot", award.Slot).Energy("awarded", award.EnergyMilliwattHours);
            answer.Text("award to", award.Side == TradeSide.Buy ? "buy" : "sell");
            answer.Number("settled slot", settlement.Slot).Scaled("settled", " micros", settlement.AmountMicros, 6, "");
        }
    }
}
