// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A battery with limited power, limited energy and losses.</summary>
public sealed class Battery
{
    private readonly BatteryOptions _options;

    internal Battery(BatteryOptions options)
    {
        Check(options.CapacityWattHours >= 0, nameof(options.CapacityWattHours), "0 or more");
        Check(options.RatedWatts >= 0, nameof(options.RatedWatts), "0 or more");
        Check(options.ChargeEfficiency is > 0 and <= 1, nameof(options.ChargeEfficiency), "above 0 and at most 1");
        Check(options.DischargeEfficiency is > 0 and <= 1, nameof(options.DischargeEfficiency), "above 0 and at most 1");
        Check(options.InitialStateOfCharge is >= 0 and <= 1, nameof(options.InitialStateOfCharge), "0 to 1");
        Check(options.EmptyVolts > 0 && options.FullVolts >= options.EmptyVolts, nameof(options.FullVolts), "at least EmptyVolts, and that above 0");
        Check(options.ResistanceOhms >= 0, nameof(options.ResistanceOhms), "0 or more");
        _options = options;
        CapacityJoules = options.CapacityWattHours * 3_600;
        StoredJoules = CapacityJoules * options.InitialStateOfCharge;
    }

    /// <summary>Energy between empty and full.</summary>
    public double CapacityJoules { get; }

    /// <summary>Energy in it.</summary>
    public double StoredJoules { get; private set; }

    /// <summary>How full it is, 0 to 1; 0 without storage.</summary>
    public double StateOfCharge => CapacityJoules > 0 ? StoredJoules / CapacityJoules : 0;

    /// <summary>Power at the terminals, charging positive, in W.</summary>
    public double Watts { get; private set; }

    /// <summary>Voltage at the terminals: V = OCV + R x I with V x I = P.</summary>
    public double TerminalVolts
    {
        get
        {
            double open = _options.EmptyVolts + ((_options.FullVolts - _options.EmptyVolts) * StateOfCharge);
            return (open + Math.Sqrt((open * open) + (4 * _options.ResistanceOhms * Watts))) / 2;
        }
    }

    /// <summary>Sets the power for a time, as far as power and energy allow.</summary>
    internal void Set(double watts, double seconds)
    {
        double room = (CapacityJoules - StoredJoules) / _options.ChargeEfficiency / seconds;
        double store = StoredJoules * _options.DischargeEfficiency / seconds;
        Watts = Math.Clamp(watts, -Math.Min(_options.RatedWatts, store), Math.Min(_options.RatedWatts, room));
    }

    /// <summary>Lets the power flow for that time or a shorter one.</summary>
    internal void Advance(double seconds)
    {
        double joules = Watts * seconds;
        StoredJoules += joules > 0 ? joules * _options.ChargeEfficiency : joules / _options.DischargeEfficiency;
        StoredJoules = Math.Clamp(StoredJoules, 0, CapacityJoules);
    }

    internal double RatedWatts => _options.RatedWatts;

    private static void Check(bool isValid, string name, string range)
    {
        if (!isValid)
        {
            throw new ArgumentOutOfRangeException(name, $"The battery's {name} must be {range}.");
        }
    }
}
