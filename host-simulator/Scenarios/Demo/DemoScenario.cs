// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>
/// The meters of one cluster trade for some days in virtual time: whole firmwares on virtual boards, a pay-as-ask market, and a bystander who counts.
/// They start one slot early, so that registers and bids are in order when the first day begins.
/// </summary>
public sealed class DemoScenario : IDisposable
{
    private const long Micro = 1_000_000;
    private const int SlotSeconds = MarketSlot.DefaultSeconds;
    private const int SecondsPerDay = 86_400;

    /// <summary>How long the last reports and settlements may take.</summary>
    private const int ClosingSeconds = 120;

    private readonly DemoSettings _settings;
    private readonly ITariff _tariff;
    private readonly IClearingRule _rule = new PayAsAskRule();
    private readonly long _startUtcSeconds;
    private readonly long _endUtcSeconds;
    private readonly IReadOnlyList<DemoHome> _homes;
    private readonly List<VirtualMeter> _meters;
    private readonly List<MeasurementWatch> _measurements;
    private readonly Aggregator _aggregator;
    private readonly BusObserver _observer;
    private readonly FleetClock _clock;
    private readonly Dictionary<int, long> _operatorOnlyMicros = [];

    /// <summary>Installs everything and stops before the first second.</summary>
    public DemoScenario(DemoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _startUtcSeconds = SimulatedDay.Of(settings.Data);
        _endUtcSeconds = _startUtcSeconds + ((long)settings.Days * SecondsPerDay);
        NowUtcSeconds = _startUtcSeconds - SlotSeconds;
        _tariff = settings.Data?.Tariff(_startUtcSeconds) ?? StandardTariff.Create();
        _homes = DemoHomes.Of(settings, _startUtcSeconds, _tariff.At(_startUtcSeconds).FeedInMicrosPerKilowattHour);

        InProcessBroker broker = new();
        broker.AdvanceTo(NowUtcSeconds * 1000);
        int slots = settings.Days * SecondsPerDay / SlotSeconds;
        _observer = new BusObserver(broker, DemoHomes.Cluster, MarketSlot.Of(_startUtcSeconds, SlotSeconds), slots);
        _aggregator = new Aggregator(broker, new AggregatorSettings(DemoHomes.Cluster, _tariff, _rule) { SlotSeconds = SlotSeconds });
        _aggregator.MeterSettled += CountOperatorOnly;
        _meters = _homes.Select(home => new VirtualMeter(home.Meter, home.Profile, broker, NowUtcSeconds, SlotSeconds)).ToList();
        _measurements = _meters.Select(meter => new MeasurementWatch(meter)).ToList();
        InjectFaults();
        _clock = new FleetClock(broker, new SimulatedMarket(_aggregator, NowUtcSeconds), _meters);
    }

    /// <summary>Where virtual time stands, UTC seconds.</summary>
    public long NowUtcSeconds { get; private set; }

    /// <summary>How much is done, 0 to 1.</summary>
    public double Progress => Math.Clamp((NowUtcSeconds - _startUtcSeconds + SlotSeconds) / (double)(_endUtcSeconds - _startUtcSeconds + SlotSeconds), 0, 1);

    /// <summary>Whether there is nothing left to run.</summary>
    public bool IsFinished => NowUtcSeconds >= _endUtcSeconds + ClosingSeconds;

    /// <summary>Runs on for a time, at most to the end.</summary>
    /// <param name="seconds">Virtual seconds, 1 or more.</param>
    public void Run(int seconds)
    {
        NowUtcSeconds = Math.Min(NowUtcSeconds + seconds, _endUtcSeconds + ClosingSeconds);
        _clock.RunUntil(NowUtcSeconds * Micro);
        for (int i = 0; i < _meters.Count; i++)
        {
            MeterTally tally = TallyOf(_meters[i].Meter);
            _measurements[i].Keep(tally.OpeningSlot, tally.ReportedSlot);
        }
    }

    /// <summary>What came out.</summary>
    /// <exception cref="InvalidOperationException">It has not finished.</exception>
    public ScenarioResult Result()
    {
        if (!IsFinished)
        {
            throw new InvalidOperationException("The demo has not finished.");
        }

        List<MeterResult> meters = _homes.Select(ResultOf).ToList();
        return new ScenarioResult(
            DemoHomes.Cluster,
            _settings.Seed,
            _startUtcSeconds,
            _settings.Days,
            SlotSeconds,
            _rule.Name,
            meters,
            new OperatorResult(
                _aggregator.Accounts.Operator.SoldMilliwattHours,
                _aggregator.Accounts.Operator.BoughtMilliwattHours,
                _aggregator.Accounts.Operator.BalanceMicros),
            _observer.Slots,
            _observer.Messages,
            [.. DemoNotes.Of(_settings, _homes, _startUtcSeconds, _endUtcSeconds), .. FaultNotes.Of(meters)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (VirtualMeter meter in _meters)
        {
            meter.Dispose();
        }

        _aggregator.Dispose();
        _observer.Dispose();
    }

    // What is drawn at random is drawn for each meter anew. All ends with the last day, so that the reports of its last slot still come.
    private void InjectFaults()
    {
        foreach (VirtualMeter meter in _settings.Faults.Count > 0 ? _meters : [])
        {
            meter.InjectFaults(FaultPlan.Parse(_settings.Faults, _startUtcSeconds, _settings.Seed + meter.Meter.Meter).Until(_endUtcSeconds));
        }
    }

    private MeterResult ResultOf(DemoHome home, int index)
    {
        MeterSpecification meter = home.Meter;
        MeterTally tally = TallyOf(meter);
        MeasurementState measured = _measurements[index].Between(tally.OpeningSlot, tally.ReportedSlot);
        return new MeterResult(
            meter.Meter,
            meter.Home,
            meter.PvPeakWatts,
            meter.StorageWattHours,
            meter.Strategy.ToString().ToLowerInvariant(),
            meter.IsAlternatingCurrent ? "ADS1115, INA219" : "INA219",
            measured.True,
            measured.Faults,
            tally,
            _operatorOnlyMicros.GetValueOrDefault(meter.Meter));
    }

    private MeterTally TallyOf(MeterSpecification meter) => _observer.MeterOf(meter.Meter);

    private void CountOperatorOnly(MeterSettlement settlement)
    {
        TariffPrices prices = _tariff.At(MarketSlot.StartSeconds(settlement.Slot, SlotSeconds));
        long amount = Money.Amount(settlement.Metered.ExportMilliwattHours, prices.FeedInMicrosPerKilowattHour)
            - Money.Amount(settlement.Metered.ImportMilliwattHours, prices.RetailMicrosPerKilowattHour);
        _operatorOnlyMicros[settlement.Meter] = _operatorOnlyMicros.GetValueOrDefault(settlement.Meter) + amount;
    }
}
