// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Settles the reports of a cluster with the accounts of the live market. A meter whose reports have a gap is asked for them again.</summary>
internal sealed class SettlementDesk
{
    private readonly ClusterPlan _plan;
    private readonly SimulationPlan _simulation;
    private readonly ClusterHome[] _homes;
    private readonly HomeBooks[] _books;
    private readonly MeterAccount[] _accounts;
    private readonly MeteredEnergy[] _opening;
    private readonly MarketAccounts _market = new();
    private readonly ConservationWatch _watch;
    private readonly Wire? _wire;
    private readonly Func<int, TariffPrices> _settlementPricesOf;
    private long _operatorOpeningMicros;
    private SlotFigures? _figures;
    private long _deliveredMilliwattHours;

    public SettlementDesk(ClusterPlan plan, SimulationPlan simulation, ClusterHome[] homes, ConservationWatch watch, Wire? wire)
    {
        _plan = plan;
        _simulation = simulation;
        _homes = homes;
        _books = homes.Select(_ => new HomeBooks()).ToArray();
        _accounts = homes.Select(home => _market.Of(home.Meter)).ToArray();
        _opening = new MeteredEnergy[homes.Length];
        _watch = watch;
        _wire = wire;
        _settlementPricesOf = slot => plan.SettlementPricesOf(slot, simulation);
    }

    /// <summary>Money the operator received since the first day began, in micro-units.</summary>
    public long OperatorMicros => _market.Operator.BalanceMicros - _operatorOpeningMicros;

    /// <summary>Reputation V of a home in per mille.</summary>
    public int ReputationPermille(int meter) => _market.Of(meter).ReputationPermille;

    /// <summary>Books what a home got in the auctions of a slot.</summary>
    public void Open(int index, int slot, Position position)
    {
        if (position != default)
        {
            _accounts[index].Open(slot, position);
            _books[index].Take(position);
        }
    }

    /// <summary>The first day begins.</summary>
    public void OpenBooks()
    {
        _operatorOpeningMicros = _market.Operator.BalanceMicros;
        for (int index = 0; index < _homes.Length; index++)
        {
            _books[index].Open(_homes[index].Registers);
            _opening[index] = _accounts[index].Registers;
        }
    }

    /// <summary>Settles the orders of a marketplace by what the registers rose by in the slot, before the reports are settled.</summary>
    public void Settle(ElecbayMarket elecbay, SlotFigures figures)
    {
        Dictionary<int, MeteredEnergy> metered = _homes.ToDictionary(home => home.Meter, home => home.SlotMetered);
        IReadOnlyList<LedgerEntry> entries = elecbay.Settle(metered);
        _watch.CheckOrders(figures.Slot, entries.Sum(entry => entry.EnergyMilliwattHours), entries.Sum(entry => entry.AmountMicros));
        ILookup<int, LedgerEntry> byMeter = entries.ToLookup(entry => entry.Account);
        for (int index = 0; index < _homes.Length; index++)
        {
            LedgerEntry[] own = byMeter[_homes[index].Meter].ToArray();
            Open(index, figures.Slot, own.Where(entry => entry.Kind == LedgerEntryKind.LocalTrade).Aggregate(default(Position), (sum, entry) => sum + PositionOf(entry)));
            foreach (LedgerEntry charge in own.Where(entry => entry.Kind != LedgerEntryKind.LocalTrade))
            {
                _books[index].Charge(charge);
            }

            figures.PaidMicros += own.Where(entry => entry.Kind == LedgerEntryKind.LocalTrade && entry.AmountMicros < 0).Sum(entry => -entry.AmountMicros);
        }

        long settled = entries.Where(entry => entry.Kind == LedgerEntryKind.LocalTrade && entry.EnergyMilliwattHours > 0).Sum(entry => entry.EnergyMilliwattHours);
        figures.ShortfallMilliwattHours += figures.BoughtMilliwattHours - settled;
        figures.SoldMilliwattHours = figures.BoughtMilliwattHours = settled;
    }

    /// <summary>Settles the reports of a slot. After the last slot every meter hands in what is still in its outbox.</summary>
    public void Settle(SlotFigures figures, bool isLast)
    {
        OperatorAccount operators = _market.Operator;
        (long sold, long bought, long balance) = (operators.SoldMilliwattHours, operators.BoughtMilliwattHours, operators.BalanceMicros);
        _figures = figures;
        _deliveredMilliwattHours = 0;
        for (int index = 0; index < _homes.Length; index++)
        {
            if (isLast)
            {
                HandIn(index);
            }
            else
            {
                Report(index, figures.Slot);
            }
        }

        _wire?.DeliverLate(MessageType.SlotReport);
        figures.OperatorSoldMilliwattHours = operators.SoldMilliwattHours - sold;
        figures.OperatorBoughtMilliwattHours = operators.BoughtMilliwattHours - bought;
        figures.OperatorMicros = operators.BalanceMicros - balance;
        long operatorMilliwattHours = figures.OperatorSoldMilliwattHours - figures.OperatorBoughtMilliwattHours;
        _watch.CheckSettlement(figures.Slot, _deliveredMilliwattHours, operatorMilliwattHours, _market.SumMicros);
        for (int index = 0; isLast && index < _homes.Length; index++)
        {
            _watch.CheckSettled(figures.Slot, _books[index].Settled, _accounts[index].Registers - _opening[index]);
        }
    }

    /// <summary>What each home is left with.</summary>
    public IReadOnlyList<HomeOutcome> Close() => _homes.Select((home, index) => _books[index].Close(home.Plan, home.Registers) with { Board = BoardOf(index) }).ToList();

    private BoardOutcome? BoardOf(int index)
    {
        if (_homes[index] is not BoardHome board)
        {
            return null;
        }

        bool isAllReported = _accounts[index].ReportedSlot == _simulation.FirstSlot + _simulation.Slots - 1;
        MeteredEnergy left = new MeteredEnergy(board.Registers.ImportMilliwattHours, board.Registers.ExportMilliwattHours) - _accounts[index].Registers;
        return board.Outcome with { NotReportedMilliwattHours = isAllReported ? 0 : left.ImportMilliwattHours + left.ExportMilliwattHours };
    }

    // A buyer gets energy and pays, a seller gives it and receives.
    private static Position PositionOf(LedgerEntry entry) => entry.EnergyMilliwattHours >= 0
        ? new Position(0, entry.EnergyMilliwattHours, 0, -entry.AmountMicros, 0)
        : new Position(-entry.EnergyMilliwattHours, 0, entry.AmountMicros, 0, 0);

    private void Report(int index, int slot)
    {
        long now = MarketSlot.StartSeconds(slot + 1, _simulation.SlotSeconds);
        foreach (HeldReport report in _homes[index].TakeReports())
        {
            if (report.Slot > slot + 1)
            {
                // A clock that runs ahead may report the present slot, but none whose trades are not known.
                Count(RefusalReason.FromFuture);
            }
            else if (_wire is null || report.Slot < _simulation.FirstSlot)
            {
                // The first report opens a meter's registers: what flowed before it is nobody's. Faults begin after it.
                Take(index, report, now);
            }
            else
            {
                _wire.Send(MessageType.SlotReport, DeliveryOf(index, report, now));
            }
        }

        AskForMissing(index, now);
    }

    private void AskForMissing(int index, long now)
    {
        int missing = _accounts[index].MissingReport;
        foreach (HeldReport kept in missing < 0 ? [] : _homes[index].Replay(missing))
        {
            _wire?.Send(MessageType.SlotReport, DeliveryOf(index, kept, now));
        }

        Settle(index, now);
    }

    private void HandIn(int index)
    {
        foreach (HeldReport kept in _homes[index].HandIn(_accounts[index].ReportedSlot ?? 0))
        {
            Take(index, kept, kept.DeadlineUtcSeconds);
        }

        Settle(index, long.MaxValue);
    }

    private Action DeliveryOf(int index, HeldReport held, long now) => () => Take(index, held, now);

    private void Take(int index, HeldReport held, long now)
    {
        Count(_accounts[index].Take(held));
        Settle(index, now);
    }

    private void Settle(int index, long now)
    {
        while (_accounts[index].TrySettle(now, _settlementPricesOf, out ReportOutcome outcome))
        {
            Count(outcome.Reason);
            if (outcome.Settlement is MeterSettlement settlement)
            {
                Post(index, settlement);
            }
        }
    }

    private void Post(int index, MeterSettlement settlement)
    {
        _market.Post(settlement);
        _books[index].Take(settlement, _plan.PricesOf(settlement.Slot, _simulation));
        _figures!.ShortfallMilliwattHours += settlement.Imbalance.ShortfallMilliwattHours;

        // What the operator has to deliver: the metered import less export, less what other meters deliver by the trades.
        _deliveredMilliwattHours += settlement.Metered.ImportMilliwattHours - settlement.Metered.ExportMilliwattHours
            - settlement.Position.BoughtMilliwattHours + settlement.Position.SoldMilliwattHours;
    }

    private void Count(RefusalReason reason) => _figures!.Refused += reason == RefusalReason.Taken ? 0 : 1;
}
