// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>
/// Messages whose receiver has not acknowledged them yet. libmosquitto queues PUBACK before it tells of a message, and only its write loop sends what is queued: while a
/// message is held, nothing is written.
/// </summary>
internal sealed class HeldMessages(bool isByHand, Action released)
{
    // A broker without a limit of its own must not keep the acknowledgements waiting for ever.
    private const int Most = 1000;

    private int _count;

    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    /// <summary>Whether no more may be read.</summary>
    public bool IsFull => Volatile.Read(ref _count) >= Most;

    /// <summary>Holds a message that came, if the receiver acknowledges by hand.</summary>
    public MqttMessage Hold(MqttMessage message)
    {
        if (!isByHand || message.QualityOfService == 0)
        {
            return message;
        }

        Interlocked.Increment(ref _count);
        return message with { Owner = this };
    }

    /// <summary>The receiver has a message safe.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            released();
        }
    }
}
