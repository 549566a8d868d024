// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Bus;

/// <summary>Network faults of an <see cref="InProcessBroker"/>. The same seed and the same calls give the same faults.</summary>
/// <remarks>
/// Every leg is drawn for on its own: publisher to broker, acknowledgement back, broker to each subscriber. A QoS 1 message lost on the first leg,
/// or whose acknowledgement is lost, is repeated by its publisher (<see cref="MqttConnectOptions.PublishAttempts"/>), so it can come twice.
/// </remarks>
public sealed class BusFaults
{
    private readonly BusCounters _counters;
    private Random _random = new(0);
    private int _losePermille;
    private int _duplicatePermille;
    private int _delayPermille;
    private int _reorderPermille;
    private int _maxDelayMilliseconds = 1000;

    internal BusFaults(BusCounters counters)
    {
        _counters = counters;
    }

    /// <summary>
    /// What clients that connect get: a refusal, <see cref="MqttConnectStatus.Unreachable"/> or, for a broker that takes the connection and stays
    /// silent, <see cref="MqttConnectStatus.TimedOut"/> (at once: nobody waits in logical time).
    /// </summary>
    public MqttConnectStatus ConnectAnswer { get; set; } = MqttConnectStatus.Accepted;

    /// <summary>Restricts the faults to clients whose identifier it accepts; null means all.</summary>
    public Predicate<string>? AppliesTo { get; set; }

    /// <summary>Messages lost a leg, of thousand.</summary>
    public int LosePermille
    {
        get => _losePermille;
        set => _losePermille = RequirePermille(value);
    }

    /// <summary>QoS 1 messages that reach a subscriber twice, of thousand.</summary>
    public int DuplicatePermille
    {
        get => _duplicatePermille;
        set => _duplicatePermille = RequirePermille(value);
    }

    /// <summary>Messages delayed a leg, of thousand, by 1 to <see cref="MaxDelayMilliseconds"/>. They come when <see cref="InProcessBroker.AdvanceTo"/> gets there.</summary>
    public int DelayPermille
    {
        get => _delayPermille;
        set => _delayPermille = RequirePermille(value);
    }

    /// <summary>Messages a leg, of thousand, that later ones of the same pump overtake.</summary>
    public int ReorderPermille
    {
        get => _reorderPermille;
        set => _reorderPermille = RequirePermille(value);
    }

    /// <summary>Longest delay, at least 1.</summary>
    public int MaxDelayMilliseconds
    {
        get => _maxDelayMilliseconds;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxDelayMilliseconds = value;
        }
    }

    /// <summary>Restarts the generator.</summary>
    public void Seed(int seed)
    {
        _random = new Random(seed);
    }

    internal bool AppliesToMessagesOf(string clientId)
    {
        bool isAny = (_losePermille | _duplicatePermille | _delayPermille | _reorderPermille) != 0;
        return isAny && (AppliesTo is null || AppliesTo(clientId));
    }

    internal MqttConnectStatus AnswerTo(string clientId)
    {
        return AppliesTo is null || AppliesTo(clientId) ? ConnectAnswer : MqttConnectStatus.Accepted;
    }

    internal bool Loses()
    {
        bool isLost = Draws(_losePermille);
        _counters.Lost += isLost ? 1 : 0;
        return isLost;
    }

    internal bool Duplicates()
    {
        bool isTwice = Draws(_duplicatePermille);
        _counters.Duplicated += isTwice ? 1 : 0;
        return isTwice;
    }

    /// <summary>Whether a message has to wait: 0 ms until all others of this pump are through.</summary>
    internal bool HoldsBack(out int milliseconds)
    {
        bool isDelayed = Draws(_delayPermille);
        milliseconds = isDelayed ? _random.Next(1, _maxDelayMilliseconds + 1) : 0;
        bool isHeldBack = isDelayed || Draws(_reorderPermille);
        _counters.HeldBack += isHeldBack ? 1 : 0;
        return isHeldBack;
    }

    private static int RequirePermille(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
        return value;
    }

    private bool Draws(int permille)
    {
        return permille > 0 && _random.Next(1000) < permille;
    }
}
