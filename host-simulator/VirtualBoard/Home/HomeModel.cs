// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>
/// The electrical side of a home: load, panels, storage with its inverter, contactor and grid. It obeys the board's pins and drives what the
/// board measures. The powers are constant within a second, so the energy is exact: grid = load - generation + charge - discharge.
/// </summary>
public sealed class HomeModel
{
    private const long StepMicroseconds = 1_000_000;

    private readonly VirtualBoard _board;
    private readonly IHomeProfile _profile;
    private readonly HomeOptions _options;
    private long _nowMicroseconds;

    /// <summary>Builds a home around a board, beginning at the board's present time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it.</exception>
    public HomeModel(VirtualBoard board, IHomeProfile profile, HomeOptions options)
    {
        if (options.InterruptibleShare is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "The home's InterruptibleShare must be 0 to 1.");
        }

        _board = board;
        _profile = profile;
        _options = options;
        Battery = new Battery(options.Battery);
        _nowMicroseconds = board.Time.MonotonicMicroseconds;
        SetPowers();
    }

    /// <summary>Where the grid is metered, or null.</summary>
    public IMeteringPoint? GridPoint { get; set; }

    /// <summary>Where the generation is metered, or null.</summary>
    public IMeteringPoint? GenerationPoint { get; set; }

    /// <summary>Where the storage is metered, or null.</summary>
    public IMeteringPoint? StoragePoint { get; set; }

    /// <summary>The storage.</summary>
    public Battery Battery { get; }

    /// <summary>What has flowed.</summary>
    public HomeEnergy Energy { get; } = new();

    /// <summary>Power from the grid, negative to the grid, in W.</summary>
    public double GridWatts { get; private set; }

    /// <summary>Power of the panels in W.</summary>
    public double GenerationWatts { get; private set; }

    /// <summary>Power consumed in W.</summary>
    public double LoadWatts { get; private set; }

    /// <summary>Power the contactor keeps from being consumed, in W.</summary>
    public double CutWatts { get; private set; }

    /// <summary>What the board's lines tell the inverter.</summary>
    public StorageMode Mode => _options.StorageBit0Pin < 0
        ? StorageMode.SelfConsumption
        : (StorageMode)((IsHigh(_options.StorageBit0Pin) ? 1 : 0) | (IsHigh(_options.StorageBit1Pin) ? 2 : 0));

    /// <summary>Whether the contactor is open.</summary>
    public bool IsLoadCut => IsHigh(_options.LoadCutPin);

    /// <summary>Lets time pass, in steps of a second at most, and then drives the metering points.</summary>
    /// <param name="monotonicMicroseconds">A point of the board's <see cref="IBoardTime.MonotonicMicroseconds"/>; an earlier one does nothing.</param>
    public void AdvanceTo(long monotonicMicroseconds)
    {
        while (_nowMicroseconds < monotonicMicroseconds)
        {
            long step = Math.Min(StepMicroseconds, monotonicMicroseconds - _nowMicroseconds);
            double seconds = step * 1e-6;
            Energy.Add(this, seconds);
            Battery.Advance(seconds);
            _nowMicroseconds += step;
            SetPowers();
        }

        Drive();
    }

    private void SetPowers()
    {
        HomePower power = _profile.At(UtcSeconds());
        GenerationWatts = power.GenerationWatts;
        CutWatts = IsLoadCut ? power.LoadWatts * _options.InterruptibleShare : 0;
        LoadWatts = power.LoadWatts - CutWatts;
        Battery.Set(StorageSetPoint(), StepMicroseconds * 1e-6);
        GridWatts = LoadWatts - GenerationWatts + Battery.Watts;
    }

    private double StorageSetPoint()
    {
        return Mode switch
        {
            StorageMode.Charge => Battery.RatedWatts,
            StorageMode.Discharge => -Battery.RatedWatts,
            StorageMode.Idle => 0,
            _ => GenerationWatts - LoadWatts,
        };
    }

    private void Drive()
    {
        GridPoint?.Show(GridWatts);
        GenerationPoint?.Show(GenerationWatts);
        StoragePoint?.Show(Battery.Watts, Battery.TerminalVolts);
    }

    private long UtcSeconds()
    {
        long utcAtZero = _board.Time.UtcMicroseconds - _board.Time.MonotonicMicroseconds;
        return (utcAtZero + _nowMicroseconds) / 1_000_000;
    }

    private bool IsHigh(int pin)
    {
        return pin >= 0 && _board.Gpio.IsHigh(pin);
    }
}
