// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>What some days of a network came to. Feed it as the observer of a run; all figures are means over the days.</summary>
public sealed class DayStatistics : ISlotObserver
{
    private readonly double[] _slotProfit;
    private readonly double[] _slotPrice;
    private readonly double[] _profits;
    private readonly int[] _synchronized;
    private readonly int _slotsPerDay;
    private int _slots;
    private double _dayPeak;
    private double _peaks;
    private double _prices;
    private double _consumerCost;
    private double _revenue;
    private double _avoidedCost;
    private double _responsePayments;

    /// <summary>No days yet.</summary>
    public DayStatistics(int slotsPerDay, int prosumers)
    {
        _slotsPerDay = slotsPerDay;
        _slotProfit = new double[slotsPerDay];
        _slotPrice = new double[slotsPerDay];
        _profits = new double[prosumers];
        _synchronized = new int[slotsPerDay];
    }

    /// <summary>Mean of the operator's price over all slots, money per kWh.</summary>
    public double MeanPrice => _prices / _slots;

    /// <summary>Mean over days of the highest price of the day, money per kWh.</summary>
    public double PeakPrice => (_peaks + _dayPeak) / Days;

    /// <summary>What the consumers pay a day.</summary>
    public double ConsumerCost => _consumerCost / Days;

    /// <summary>What the prosumers earn by sales a day.</summary>
    public double Revenue => _revenue / Days;

    /// <summary>What synchronizers would have paid for their deficits a day.</summary>
    public double AvoidedCost => _avoidedCost / Days;

    /// <summary>Demand-side response payments a day.</summary>
    public double ResponsePayments => _responsePayments / Days;

    /// <summary>The prosumers' profit a day.</summary>
    public double Profit
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < _profits.Length; i++)
            {
                sum += ProfitOf(i);
            }

            return sum;
        }
    }

    private double Days => (double)_slots / _slotsPerDay;

    /// <summary>One prosumer's profit a day.</summary>
    public double ProfitOf(int prosumer) => _profits[prosumer] / Days;

    /// <summary>The prosumers' profit a day in the slots of some hours.</summary>
    public double ProfitIn(HourSpan hours)
    {
        double sum = 0;
        for (int slot = 0; slot < _slotsPerDay; slot++)
        {
            sum += hours.Holds(slot, _slotsPerDay) ? _slotProfit[slot] : 0;
        }

        return sum / Days;
    }

    /// <summary>Mean price of one slot of the day, money per kWh.</summary>
    public double PriceAt(int slot) => _slotPrice[slot] / Days;

    /// <summary>Share of the prosumers who synchronize in one slot of the day, 0 to 1.</summary>
    public double SyncShareAt(int slot) => _synchronized[slot] / (Days * _profits.Length);

    /// <inheritdoc/>
    public void Settled(in SlotOutcome outcome, Network network)
    {
        if (outcome.Slot == 0)
        {
            _peaks += _dayPeak;
            _dayPeak = 0;
        }

        _slots++;
        _prices += outcome.Price;
        _dayPeak = Math.Max(_dayPeak, outcome.Price);
        _consumerCost += outcome.ConsumerCost;
        _revenue += outcome.Revenue;
        _avoidedCost += outcome.AvoidedCost;
        _responsePayments += outcome.ResponsePayments;
        _slotProfit[outcome.Slot] += outcome.Profit;
        _slotPrice[outcome.Slot] += outcome.Price;
        _synchronized[outcome.Slot] += outcome.Synchronized;
        ReadOnlySpan<double> profits = network.Profits;
        for (int i = 0; i < profits.Length; i++)
        {
            _profits[i] += profits[i];
        }
    }
}
