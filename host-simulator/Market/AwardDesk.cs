// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market.Clusters;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Says the awards of a cleared slot, and with them the cut of interruptible loads where one is due.</summary>
internal sealed class AwardDesk
{
    private readonly AggregatorSettings _settings;
    private readonly MarketAccounts _accounts;
    private readonly MarketVoice _voice;

    public AwardDesk(AggregatorSettings settings, MarketAccounts accounts, MarketVoice voice)
    {
        _settings = settings;
        _accounts = accounts;
        _voice = voice;
        Cuts = new CutOrders(voice);
    }

    /// <summary>The cuts that wait for their meters' acknowledgement.</summary>
    public CutOrders Cuts { get; }

    /// <summary>Waits again for the acknowledgement of cuts that a former run has said.</summary>
    /// <param name="rows">The ledger's rows of the newest slots.</param>
    public void Restore(IEnumerable<LedgerRow> rows)
    {
        Award award = new();
        foreach (byte[] payload in rows.Where(row => row.Entry.Kind == LedgerEntryKind.Award).Select(row => row.Record.Message))
        {
            if (MessageCodec.Decode(payload, 0, payload.Length, award) == RefusalReason.Taken && award.CutsInterruptibleLoad)
            {
                Cuts.Restore(new CutOrder(award.Meter, award.Slot, award.Sequence, payload));
            }
        }
    }

    /// <summary>Answers every bid of a slot; when loads are cut, the other meters are told too.</summary>
    public void Say(BidBook bids, SlotClearing clearing)
    {
        foreach (int meter in bids.Meters)
        {
            Say(meter, bids.Slot, bids.SideOf(meter), clearing.PositionOf(meter));
        }

        if (IsCut(bids.Slot))
        {
            foreach (int meter in _accounts.Meters.Keys.Except(bids.Meters).ToArray())
            {
                Say(meter, bids.Slot, TradeSide.Buy, default);
            }
        }
    }

    /// <summary>Tells a meter all that it holds for a slot.</summary>
    public void Say(int meter, int slot, TradeSide side, Position position)
    {
        bool isCut = IsCut(slot);
        (int sequence, byte[] payload) = _voice.SayAward(meter, slot, side, position, isCut);
        if (isCut)
        {
            Cuts.Add(new CutOrder(meter, slot, sequence, payload));
        }
    }

    // A market that knows no cost never cuts, whatever the price.
    private bool IsCut(int slot)
    {
        int cost = _settings.Rules.CostMicrosPerKilowattHour;
        int retail = _settings.Tariff.At(MarketSlot.StartSeconds(slot, _settings.SlotSeconds)).RetailMicrosPerKilowattHour;
        return cost > 0 && DemandCut.IsDue(retail, cost);
    }
}
