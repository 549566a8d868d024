// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>What one power cut may take: what flows until a trigger of the journal, and one sample that passes it; next to nothing on a protected board.</summary>
/// <param name="MilliwattHours">Energy of the five registers together in mWh.</param>
/// <param name="Milliseconds">Time in ms.</param>
/// <param name="IsEverySample">Whether every sample is saved.</param>
public sealed record JournalBound(long MilliwattHours, long Milliseconds, bool IsEverySample = false)
{
    private const int ProtectedMilliwattHours = 100;
    private const int MillisecondsPerHour = 3_600_000;

    /// <summary>Samples after a start from which on it holds. The first one begins to count, and sets up the chips, which takes longer than a short period.</summary>
    public int FewestSamples => IsEverySample ? 2 : 0;

    /// <summary>The bound of a meter.</summary>
    /// <param name="configuration">Its settings.</param>
    /// <param name="mostMilliwatts">The highest power of the five registers together, in mW.</param>
    /// <param name="protection">What the board has against power cuts.</param>
    public static JournalBound Of(DeviceConfiguration configuration, long mostMilliwatts, TortureProtection protection)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        int period = configuration.Get(SettingId.SamplingPeriodMilliseconds);
        long sample = (mostMilliwatts * period / MillisecondsPerHour) + 1;
        return protection switch
        {
            TortureProtection.PowerFail => new JournalBound(ProtectedMilliwattHours, 0),
            TortureProtection.Fram => new JournalBound(ProtectedMilliwattHours, 2 * period, IsEverySample: true),
            _ => new JournalBound(
                configuration.Get(SettingId.JournalMilliwattHours) + sample,
                (configuration.Get(SettingId.JournalSeconds) * 1000L) + period),
        };
    }
}
