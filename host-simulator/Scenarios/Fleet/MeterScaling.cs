// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>
/// Shunts and clamps for the power a metering point must carry: the converter's range is used well, and not left.
/// </summary>
internal static class MeterScaling
{
    /// <summary>Voltage of the direct-current installation in V.</summary>
    public const double BusVolts = 380;

    /// <summary>Divider before the INA219's bus pin in per mille.</summary>
    public const int BusDividerPermille = 20_000;

    /// <summary>Mains voltage in mV that gives 1 V at the ADS1115.</summary>
    public const int MillivoltsPerVolt = 460_000;

    private const double ChipShuntMicrovolts = 280_000;
    private const double ChipVolts = 1.4;
    private const double MainsVolts = 230;
    private const double PeakOfRms = 1.4143;

    private static readonly int[] s_shuntsMicroohms = [20_000, 10_000, 5_000, 2_000, 1_000];
    private static readonly int[] s_clampsMilliamperesPerVolt = [30_000, 60_000, 100_000, 200_000];

    /// <summary>What a metering point cannot carry, in W: a quarter more than it must.</summary>
    public static int HighestWatts(double mostWatts) => (int)(mostWatts * 1.25);

    /// <summary>The largest usual shunt that stays within the INA219's 320 mV, in microohms.</summary>
    public static int ShuntMicroohms(double mostWatts)
    {
        foreach (int shunt in s_shuntsMicroohms)
        {
            if (mostWatts / BusVolts * shunt <= ChipShuntMicrovolts)
            {
                return shunt;
            }
        }

        return s_shuntsMicroohms[^1];
    }

    /// <summary>The smallest usual clamp that stays within the ADS1115's 2.048 V, in mA per V.</summary>
    public static int MilliamperesPerVolt(double mostWatts)
    {
        foreach (int clamp in s_clampsMilliamperesPerVolt)
        {
            if (mostWatts / MainsVolts * PeakOfRms * 1000 / clamp <= ChipVolts)
            {
                return clamp;
            }
        }

        return s_clampsMilliamperesPerVolt[^1];
    }
}
