// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Says things in the market's name: numbers each message, encodes it and hands it to the journal. A meter hears only what is meant for it, so each has counts of its own.</summary>
internal sealed class MarketVoice
{
    private readonly string _cluster;
    private readonly MarketJournal _journal;
    private readonly MarketAccounts _accounts;
    private readonly SpokenSequences _strangers = new();
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
    private readonly PriceMessage _price = new();
    private readonly Award _award = new();
    private readonly Settlement _settlement = new();
    private readonly Acknowledgement _acknowledgement = new();
    private readonly Command _command = new();

    public MarketVoice(string cluster, MarketJournal journal, MarketAccounts accounts)
    {
        _cluster = cluster;
        _journal = journal;
        _accounts = accounts;
    }

    /// <summary>Tells all meters the prices of a slot; the broker keeps them for those that come later.</summary>
    /// <returns>The message.</returns>
    public byte[] SayPrice(int slot, TariffPrices prices, int gateSeconds)
    {
        _price.Slot = slot;
        _price.RetailMicrosPerKilowattHour = prices.RetailMicrosPerKilowattHour;
        _price.FeedInMicrosPerKilowattHour = prices.FeedInMicrosPerKilowattHour;
        _price.GateSeconds = gateSeconds;
        return Say(_price, isRetained: true);
    }

    /// <summary>Tells a meter what its bid was given, nothing included, and whether its interruptible load is cut.</summary>
    /// <returns>The award's sequence and bytes.</returns>
    public (int Sequence, byte[] Payload) SayAward(int meter, int slot, TradeSide side, Position position, bool isCut)
    {
        _award.Meter = meter;
        _award.Slot = slot;
        _award.Side = side;
        _award.EnergyMilliwattHours = (int)(position.SoldMilliwattHours + position.BoughtMilliwattHours);
        _award.AmountMicros = position.NetReceivedMicros + position.PaidMicros;
        _award.CutsInterruptibleLoad = isCut;
        byte[] payload = Say(_award, isRetained: false);
        long received = position.BoughtMilliwattHours - position.SoldMilliwattHours;
        _journal.Note(slot, new LedgerEntry(meter, LedgerEntryKind.Award, received, 0), payload);
        return (_award.Sequence, payload);
    }

    /// <summary>Says an award again as it was.</summary>
    public void RepeatAward(int meter, byte[] payload) => _journal.Say(Topics.ForMeter(_cluster, meter, MessageType.Award), payload, isRetained: false);

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
        _acknowledgement.Text = refusal.Text;
        Say(_acknowledgement, isRetained: false);
    }

    /// <summary>Asks a meter for its reports from a sequence on; it sends what it still has, marked as replay.</summary>
    public void AskForReplay(int meter, int sequence)
    {
        _command.Meter = meter;
        _command.Line = string.Create(CultureInfo.InvariantCulture, $"replay {sequence}");
        Say(_command, isRetained: false);
    }

    // A report after lost ones can span more energy than the message holds; the money is exact all the same.
    private static int Saturated(long milliwattHours) => (int)Math.Min(milliwattHours, int.MaxValue);

    private byte[] Say(Message message, bool isRetained)
    {
        message.Sequence = SequencesOf(message.Meter).Next(message.Type);
        int length = MessageCodec.Encode(message, _buffer, 0);
        if (length == 0)
        {
            throw new InvalidOperationException(
                $"The market cannot say {message.Type} for meter {message.Meter}, slot {message.Slot}: a field is out of the protocol's range.");
        }

        string topic = message.Meter == 0
            ? Topics.ForMarket(_cluster, message.Type)
            : Topics.ForMeter(_cluster, message.Meter, message.Type);
        byte[] payload = _buffer.AsSpan(0, length).ToArray();
        _journal.Say(topic, payload, isRetained);
        return payload;
    }

    // Whoever has no account is told why it is refused, but gets none by it: anybody can invent meters.
    private SpokenSequences SequencesOf(int meter) =>
        meter == OperatorAccount.Number ? _accounts.ChangeOperator().Spoken
        : _accounts.Meters.ContainsKey(meter) ? _accounts.Change(meter).Spoken
        : _strangers;
}
