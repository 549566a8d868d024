// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards;

/// <content>The supply: switched off, cut, or failing with a warning on the power-good line.</content>
public sealed partial class VirtualBoard
{
    /// <summary>The pin of the supply supervisor's power-good line, -1 when there is none. Whoever wires the board sets it.</summary>
    public int PowerFailPin
    {
        get;
        set
        {
            field = value;
            DrivePowerGood(true);
        }
    }
    = -1;

    /// <summary>When the capacitors are empty after <see cref="FailSupply"/>, true UTC in microseconds; <see cref="long.MaxValue"/> while the supply is there.</summary>
    public long SupplyEndsUtcMicroseconds { get; private set; } = long.MaxValue;

    /// <summary>When a supply that failed comes back, true UTC in microseconds, for whoever switches the board on again.</summary>
    public long SupplyReturnsUtcMicroseconds { get; set; }

    /// <summary>Switches the board off from outside; the firmware meets it at its next call of the nano API.</summary>
    public void PowerOff()
    {
        StopReason = StopReason.PowerOff;
    }

    /// <summary>The supply fails; the firmware meets it at its next call of the nano API.</summary>
    public void CutPower()
    {
        StopReason = StopReason.PowerCut;
    }

    /// <summary>The input supply fails: the power-good line falls, and <see cref="EndSupply"/> is due when the capacitors are empty.</summary>
    public void FailSupply(int holdUpMilliseconds)
    {
        DrivePowerGood(false);
        SupplyEndsUtcMicroseconds = Time.UtcMicroseconds + (holdUpMilliseconds * 1000L);
    }

    /// <summary>The capacitors are empty.</summary>
    public void EndSupply()
    {
        SupplyEndsUtcMicroseconds = long.MaxValue;
        CutPower();
    }

    private void DrivePowerGood(bool isGood)
    {
        if (PowerFailPin >= 0)
        {
            Gpio.Drive(PowerFailPin, isGood);
        }
    }

    private void LoseSupply()
    {
        Clock.ForgetDate();
        foreach (I2cBus bus in _i2cBuses)
        {
            bus.PowerCycle();
        }
    }
}
