// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>The demand cuts that meters have not acknowledged: each is said again until its meter does or its slot is over (docs/PROTOCOL.md, P-54).</summary>
internal sealed class CutOrders
{
    private const int RepeatMilliseconds = 10_000;
    private readonly MarketVoice _voice;
    private readonly Dictionary<(int Meter, int Slot), CutOrder> _open = [];
    private readonly List<CutOrder> _restored = [];

    public CutOrders(MarketVoice voice) => _voice = voice;

    /// <summary>A meter has not acknowledged its cut in time: its number and the slot.</summary>
    public event Action<int, int>? Unanswered;

    /// <summary>When the open cuts are said again, in ms since 1970.</summary>
    public long NextMilliseconds { get; private set; } = long.MaxValue;

    /// <summary>Waits for the answer to an award that was just said. A later award for the slot takes the place of the one before.</summary>
    public void Add(CutOrder order) => _open[(order.Meter, order.Slot)] = order;

    /// <summary>Takes a cut that a former run has said. Whether it was acknowledged is not known, so it is said again while its slot lasts.</summary>
    public void Restore(CutOrder order) => _restored.Add(order);

    /// <summary>Takes an answer; those to other messages and to awards that were replaced are for others.</summary>
    public RefusalReason Take(Acknowledgement answer)
    {
        bool isCut = answer.AnsweredType == MessageType.Award
            && (RefusalReason)answer.Reason is RefusalReason.Taken or RefusalReason.Repeated or RefusalReason.NoBid
            && _open.TryGetValue((answer.Meter, answer.Slot), out CutOrder? order)
            && order.Sequence == answer.AnsweredSequence;
        if (isCut)
        {
            _open.Remove((answer.Meter, answer.Slot));
        }

        return RefusalReason.Taken;
    }

    /// <summary>Gives up the cuts of slots that are over, and says the others again when it is time.</summary>
    public void Step(int currentSlot, long utcMilliseconds)
    {
        _restored.FindAll(order => order.Slot >= currentSlot).ForEach(Add);
        _restored.Clear();
        foreach (CutOrder late in _open.Values.Where(order => order.Slot < currentSlot).ToArray())
        {
            _open.Remove((late.Meter, late.Slot));
            Unanswered?.Invoke(late.Meter, late.Slot);
        }

        if (utcMilliseconds >= NextMilliseconds)
        {
            foreach (CutOrder order in _open.Values)
            {
                _voice.RepeatAward(order.Meter, order.Payload);
            }

            NextMilliseconds = long.MaxValue;
        }

        NextMilliseconds = _open.Count == 0 ? long.MaxValue : Math.Min(NextMilliseconds, utcMilliseconds + RepeatMilliseconds);
    }
}
