// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Says things in the market's name: numbers each message, encodes it and hands it to the link.</summary>
internal sealed class MarketVoice
{
    private readonly string _cluster;
    private readonly MarketLink _link;
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
    private readonly PriceMessage _price = new();
    private readonly Award _award = new();
    private readonly Settlement _settlement = new();
    private readonly Acknowledgement _acknowledgement = new();

    // A meter hears only what is meant for it, so each meter has a count of its own; a common one would look to it like gaps.
    private readonly Dictionary<(int Meter, MessageType Type), int> _sequences = [];

    public MarketVoice(string cluster, MarketLink link)
    {
        _cluster = cluster;
        _link = link;
    }

    /// <summary>Tells all meters the prices of a slot; the broker keeps them for those that come later.</summary>
    public void SayPrice(int slot, TariffPrices prices, int gateSeconds)
    {
        _price.Slot = slot;
        _price.RetailMicrosPerKilowattHour = prices.RetailMicrosPerKilowattHour;
        _price.FeedInMicrosPerKilowattHour = prices.FeedInMicrosPerKilowattHour;
        _price.GateSeconds = gateSeconds;
        Say(_price, isRetained: true);
    }

    /// <summary>Tells a meter what its bid was given, nothing included.</summary>
    public void SayAward(int meter, int slot, TradeSide side, Position position)
    {
        _award.Meter = meter;
        _award.Slot = slot;
        _award.Side = side;
        _award.EnergyMilliwattHours = (int)(position.SoldMilliwattHours + position.BoughtMilliwattHours);
        _award.AmountMicros = position.NetReceivedMicros + position.PaidMicros;
        Say(_award, isRetained: false);
    }

    /// <summary>Tells a meter the money of a period and its balance after it.</summary>
    public void SaySettlement(MeterSettlement settlement, long balanceMicros)
    {
        _settlement.Meter = settlement.Meter;
        _settlement.Slot = settlement.Slot;
        _settlement.DeliveredMilliwattHours = Saturated(settlement.DeliveredMilliwattHours);
        _settlement.ShortfallMilliwattHours = Saturated(settlement.Imbalance.ShortfallMilliwattHours);
        _settlement.AmountMicros = settlement.AmountMicros;
        _settlement.BalanceMicros = balanceMicros;
        Say(_settlement, isRetained: false);
    }

    /// <summary>Tells a meter that its message was refused.</summary>
    public void SayRefusal(Refusal refusal)
    {
        _acknowledgement.Meter = refusal.Meter;
        _acknowledgement.AnsweredType = refusal.Type;
        _acknowledgement.AnsweredSequence = refusal.Sequence;
        _acknowledgement.Reason = (int)refusal.Reason;
        _acknowledgement.Text = string.Empty;
        Say(_acknowledgement, isRetained: false);
    }

    // A report after lost ones can span more energy than the message holds; the money is exact all the same.
    private static int Saturated(long milliwattHours) => (int)Math.Min(milliwattHours, int.MaxValue);

    private void Say(Message message, bool isRetained)
    {
        message.Sequence = NextSequence(message.Meter, message.Type);
        int length = MessageCodec.Encode(message, _buffer, 0);
        if (length == 0)
        {
            throw new InvalidOperationException(
                $"The market cannot say {message.Type} for meter {message.Meter}, slot {message.Slot}: a field is out of the protocol's range.");
        }

        string topic = message.Meter == 0
            ? Topics.ForMarket(_cluster, message.Type)
            : Topics.ForMeter(_cluster, message.Meter, message.Type);
        _link.Send(new OutgoingMessage(topic, _buffer.AsSpan(0, length).ToArray(), isRetained));
    }

    private int NextSequence(int meter, MessageType type)
    {
        int next = _sequences.GetValueOrDefault((meter, type)) + 1;
        _sequences[(meter, type)] = next;
        return next;
    }
}
