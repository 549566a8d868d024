// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>
/// One cluster's part in the market among aggregators, which meet only through the broker (docs/PROTOCOL.md, "Between clusters"). After the gate each says what its
/// own auction left over; each seller runs the auction over all offers it heard and proposes its sales; each buyer says which it takes, and again until the seller gives
/// a receipt. Both sides book the same trade, once: when they hear the purchase or its receipt. It has no clock and no connection of its own.
/// </summary>
public sealed class UpperLevelTrader
{
    /// <summary>How long after a slot its purchases are taken, in slots.</summary>
    public const int RememberedSlots = 96;

    private readonly string _cluster;
    private readonly int _slotSeconds;
    private readonly int _gateSeconds;
    private readonly UpperLevelClock _clock;
    private readonly UpperLevelVoice _voice;
    private readonly SortedDictionary<int, UpperLevelSlot> _slots = [];
    private long? _startedMilliseconds;

    /// <summary>The part of one cluster.</summary>
    /// <param name="cluster">Its name.</param>
    /// <param name="slotSeconds">Length of its slots in s.</param>
    /// <param name="gateSeconds">Its bids close this many seconds before a slot, 4 or more.</param>
    /// <param name="publish">Sends a payload on a topic, QoS 1, not retained.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gate is shorter than 4 s.</exception>
    public UpperLevelTrader(string cluster, int slotSeconds, int gateSeconds, Action<string, byte[]> publish)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gateSeconds, UpperLevelClock.ShortestGateSeconds);
        _cluster = cluster;
        _slotSeconds = slotSeconds;
        _gateSeconds = gateSeconds;
        _clock = new UpperLevelClock(slotSeconds, gateSeconds);
        _voice = new UpperLevelVoice(cluster, publish);
    }

    /// <summary>A binding trade of this cluster was heard: slot and trade. Slot, seller and buyer identify it; see <see cref="Remember"/>.</summary>
    public event Action<int, ClusterTrade>? Traded;

    /// <summary>A slot that was offered for is closed, with its trades: its meters can get their awards. A trade that is heard later has no meters behind it.</summary>
    public event Action<int, IReadOnlyList<ClusterTrade>>? Closed;

    /// <summary>What to subscribe to, QoS 1, in a session that the broker keeps.</summary>
    public static IReadOnlyList<string> TopicFilters => UpperLevelTopics.Filters;

    /// <summary>Whether a message of this topic is for <see cref="Take(MqttMessage, long)"/>.</summary>
    public static bool Hears(string topic) => UpperLevelTopics.TryParse(topic, out _, out _);

    /// <summary>Offers what the cluster's auction left over, at its gate. An empty offer is not said, but the slot is closed in time all the same.</summary>
    public void Offer(int slot, ClusterOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        UpperLevelSlot state = SlotOf(slot);
        state.IsAwaited = true;
        if (state.Take(offer) == RefusalReason.Taken && !offer.IsEmpty)
        {
            _voice.Say(new OfferMessage(UpperLevelCodec.Version, slot, _slotSeconds, _gateSeconds, _cluster, offer.Sale, [.. offer.Purchases]));
        }
    }

    /// <summary>Tells a restarted process of a trade that it has booked before, so that it is neither booked twice nor lost to the other side.</summary>
    public void Remember(int slot, ClusterTrade trade)
    {
        UpperLevelSlot state = SlotOf(slot);
        state.TakeTrade(trade, isTrusted: true);
        if (trade.Buyer == _cluster)
        {
            state.Unanswered[trade.Seller] = trade;
        }
    }

    /// <summary>Takes a message of any cluster, this one included, or says why not; a refusal changes nothing.</summary>
    /// <param name="message">What came.</param>
    /// <param name="utcMilliseconds">The time, in ms since 1970-01-01 UTC.</param>
    public RefusalReason Take(MqttMessage message, long utcMilliseconds)
    {
        ArgumentNullException.ThrowIfNull(message);
        _startedMilliseconds ??= utcMilliseconds;
        RefusalReason reason = UpperLevelCodec.Decode(message, out IUpperLevelMessage? read);
        return read switch
        {
            null => reason,
            _ when utcMilliseconds < _clock.Opening(read.Slot) => RefusalReason.FromFuture,
            _ when utcMilliseconds > _clock.Gate(read.Slot + RememberedSlots) => RefusalReason.FromPast,
            OfferMessage offer => Take(offer),
            _ => Take((TradeMessage)read),
        };
    }

    /// <summary>Does all that is due.</summary>
    /// <param name="utcMilliseconds">The time, in ms since 1970-01-01 UTC.</param>
    /// <returns>Milliseconds until it wants to run again; the highest number when nothing is open.</returns>
    public int Step(long utcMilliseconds)
    {
        _startedMilliseconds ??= utcMilliseconds;
        long next = long.MaxValue;
        foreach ((int slot, UpperLevelSlot state) in _slots.ToArray())
        {
            next = Math.Min(next, Advance(slot, state, utcMilliseconds));
        }

        Forget(utcMilliseconds);
        return (int)Math.Min(next - utcMilliseconds, int.MaxValue);
    }

    private RefusalReason Take(OfferMessage offer)
    {
        // Slots of another length are other times, and another gate says its offers at another time.
        bool isSameMarket = offer.SlotSeconds == _slotSeconds && offer.GateSeconds == _gateSeconds;
        return !isSameMarket ? RefusalReason.OutOfRange
            : offer.Cluster == _cluster ? RefusalReason.Taken
            : SlotOf(offer.Slot).Take(offer.ToOffer());
    }

    private RefusalReason Take(TradeMessage message)
    {
        ClusterTrade trade = message.ToTrade();
        bool isSeller = trade.Seller == _cluster, isBuyer = trade.Buyer == _cluster;
        return message.Verb switch
        {
            UpperLevelTopics.Sale when isBuyer => SlotOf(message.Slot).TakeSale(trade),
            UpperLevelTopics.Purchase when isSeller => TakePurchase(message.Slot, trade),
            UpperLevelTopics.Purchase when isBuyer => Book(message.Slot, trade, _clock.Buying(message.Slot)),
            UpperLevelTopics.Receipt when isBuyer => TakeReceipt(message.Slot, trade),
            _ => RefusalReason.Taken,
        };
    }

    private RefusalReason TakePurchase(int slot, ClusterTrade trade)
    {
        RefusalReason reason = Book(slot, trade, _clock.Selling(slot));
        if (SlotOf(slot).BookedWith(trade) is ClusterTrade booked)
        {
            _voice.Say(slot, UpperLevelTopics.Receipt, booked);
        }

        return reason;
    }

    private RefusalReason TakeReceipt(int slot, ClusterTrade trade)
    {
        RefusalReason reason = Book(slot, trade, _clock.Buying(slot));
        bool isAnswer = SlotOf(slot).Unanswered.Remove(trade.Seller);
        return isAnswer ? RefusalReason.Taken : reason;
    }

    private RefusalReason Book(int slot, ClusterTrade trade, long agreedMilliseconds)
    {
        RefusalReason reason = SlotOf(slot).TakeTrade(trade, isTrusted: _startedMilliseconds >= agreedMilliseconds);
        if (reason == RefusalReason.Taken)
        {
            Traded?.Invoke(slot, trade);
        }

        return reason;
    }

    /// <summary>Brings a slot as far as the time allows. What a process that was held up has missed is left out: others no longer wait for it.</summary>
    /// <returns>When it wants to go on.</returns>
    private long Advance(int slot, UpperLevelSlot state, long now)
    {
        if (state.Phase == UpperLevelPhase.Offering && now >= _clock.Selling(slot))
        {
            state.Phase = UpperLevelPhase.Selling;
            _voice.Say(slot, UpperLevelTopics.Sale, state.Own is not null && now < _clock.Buying(slot) ? state.Propose() : []);
        }

        if (state.Phase == UpperLevelPhase.Selling && now >= _clock.Buying(slot))
        {
            state.Phase = UpperLevelPhase.Buying;
            if (state.Own is not null && now < _clock.Closing(slot))
            {
                state.Choose();
            }
        }

        Repeat(slot, state, now);
        Close(slot, state, now);
        return state.Phase switch
        {
            UpperLevelPhase.Offering => _clock.Selling(slot),
            UpperLevelPhase.Selling => _clock.Buying(slot),
            _ => Math.Min(
                state.IsAwaited ? _clock.Closing(slot) : long.MaxValue,
                state.Unanswered.Count > 0 ? state.RepeatMilliseconds : long.MaxValue),
        };
    }

    // A broker with a full queue drops messages of QoS 1 too.
    private void Repeat(int slot, UpperLevelSlot state, long now)
    {
        if (state.Unanswered.Count > 0 && now >= state.RepeatMilliseconds)
        {
            _voice.Say(slot, UpperLevelTopics.Purchase, state.Unanswered.Values);
            state.RepeatMilliseconds = now + _clock.Quarter;
        }
    }

    private void Close(int slot, UpperLevelSlot state, long now)
    {
        if (state.IsAwaited && now >= _clock.Closing(slot))
        {
            state.IsAwaited = false;
            Closed?.Invoke(slot, state.Trades.ToArray());
        }
    }

    private UpperLevelSlot SlotOf(int slot)
    {
        if (!_slots.TryGetValue(slot, out UpperLevelSlot? state))
        {
            _slots[slot] = state = new UpperLevelSlot(_cluster);
        }

        return state;
    }

    private void Forget(long now)
    {
        foreach (int slot in _slots.Keys.TakeWhile(slot => now > _clock.Gate(slot + RememberedSlots)).ToArray())
        {
            _slots.Remove(slot);
        }
    }
}
