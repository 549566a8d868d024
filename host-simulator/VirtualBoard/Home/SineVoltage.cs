// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A sine on a bias, as a current clamp or a voltage transformer gives it to a converter with one supply.</summary>
public sealed class SineVoltage : IVoltageSource
{
    /// <summary>Half of a 3.3 V supply.</summary>
    public const int BiasMicrovolts = 1_650_000;

    /// <summary>Peak in microvolts; negative turns the phase round.</summary>
    public double AmplitudeMicrovolts { get; set; }

    /// <summary>Period in microseconds; 20000 is 50 Hz.</summary>
    public int PeriodMicroseconds { get; set; } = 20_000;

    /// <summary>How far it leads a sine that begins at time 0, in microseconds.</summary>
    public int LeadMicroseconds { get; set; }

    /// <summary>Error of the bias in microvolts.</summary>
    public int OffsetMicrovolts { get; set; }

    /// <inheritdoc/>
    public int MicrovoltsAt(long microseconds)
    {
        double turn = (microseconds + LeadMicroseconds) % PeriodMicroseconds / (double)PeriodMicroseconds;
        return BiasMicrovolts + OffsetMicrovolts + (int)Math.Round(AmplitudeMicrovolts * Sine.OfTurn(turn));
    }
}
