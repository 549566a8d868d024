// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>Writes the configuration file a technician would put on the board of a meter. docs/configuration.md has the keys.</summary>
public static class MeterConfiguration
{
    // A high-voltage storage that hangs on the 380 V bus through its inverter.
    private const int StorageEmptyMillivolts = 340_000;
    private const int StorageFullMillivolts = 400_000;
    private const int StorageResistanceMicroohms = 250_000;
    private const int StorageBit0Pin = 25;
    private const int StorageBit1Pin = 26;
    private const int LoadCutPin = 27;

    /// <summary>The text of the file.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="slotSeconds">Length of a slot in s.</param>
    /// <param name="brokerHost">Host name of the broker.</param>
    /// <param name="brokerPort">TCP port of the broker.</param>
    /// <param name="hasConsole">Whether the serial console is fitted.</param>
    public static string Of(MeterSpecification meter, int slotSeconds, string brokerHost, int brokerPort, bool hasConsole)
    {
        IEnumerable<(string Key, object Value)> settings =
        [
            ("meter", meter.Meter),
            ("cluster", meter.Cluster),
            ("broker-host", brokerHost),
            ("broker-port", brokerPort),
            ("slot-seconds", slotSeconds),
            .. Trading(meter),
            .. Storage(meter),
            .. Sensors(meter),
            ("load-cut-pin", LoadCutPin),
            .. meter.FramAddress > 0 ? new (string, object)[] { ("fram-address", meter.FramAddress) } : [],
            .. meter.PowerFailPin >= 0 ? new (string, object)[] { ("power-fail-pin", meter.PowerFailPin) } : [],
            .. hasConsole ? [] : new (string, object)[] { ("console-tx-pin", -1) },
        ];
        return settings
            .Aggregate(new StringBuilder(), (text, setting) => text.Append(CultureInfo.InvariantCulture, $"{setting.Key} = {setting.Value}\n"))
            .ToString();
    }

    private static (string Key, object Value)[] Trading(MeterSpecification meter) =>
    [
        ("sell-above-permille", meter.SellAbovePermille),
        ("buy-below-permille", meter.BuyBelowPermille),
        ("strategy", meter.Strategy.ToString().ToLowerInvariant()),
        ("strategy-level-permille", meter.LevelPermille),
        ("cost-micros-per-kwh", meter.CostMicrosPerKilowattHour),
        .. meter.BuyPriceMicrosPerKilowattHour > 0 ? new (string, object)[] { ("buy-price-micros-per-kwh", meter.BuyPriceMicrosPerKilowattHour) } : [],
        .. meter.SamplingPeriodMilliseconds > 0 ? new (string, object)[] { ("sampling-period-milliseconds", meter.SamplingPeriodMilliseconds) } : [],
        .. meter.Learns ? new (string, object)[] { ("learning", "on") } : [],
        .. meter.IsLaboratory ? new (string, object)[] { ("laboratory", "on") } : [],
    ];

    private static (string Key, object Value)[] Storage(MeterSpecification meter) => meter.StorageWattHours == 0 ? [] :
    [
        ("storage-capacity-watt-hours", meter.StorageWattHours),
        ("storage-rated-watts", meter.StorageWatts),
        ("storage-empty-millivolts", StorageEmptyMillivolts),
        ("storage-full-millivolts", StorageFullMillivolts),
        ("storage-resistance-microohms", StorageResistanceMicroohms),
        ("storage-bit0-pin", StorageBit0Pin),
        ("storage-bit1-pin", StorageBit1Pin),
    ];

    private static (string Key, object Value)[] Sensors(MeterSpecification meter) =>
    [
        .. meter.IsAlternatingCurrent ? AcSensor("grid", meter.MostGridWatts) : DcSensor("grid", HomeWiring.GridAddress, meter.MostGridWatts),
        .. meter.PvPeakWatts > 0 ? DcSensor("generation", HomeWiring.GenerationAddress, meter.PvPeakWatts) : [],
        .. meter.StorageWattHours > 0 ? DcSensor("storage", HomeWiring.StorageAddress, meter.StorageWatts) : [],
    ];

    private static (string Key, object Value)[] DcSensor(string role, int address, double mostWatts) =>
    [
        ($"{role}-sensor", "ina219"),
        ($"{role}-address", address),
        ($"{role}-shunt-microohms", MeterScaling.ShuntMicroohms(mostWatts)),
        ($"{role}-bus-divider-permille", MeterScaling.BusDividerPermille),
        ($"{role}-highest-watts", MeterScaling.HighestWatts(mostWatts)),
    ];

    private static (string Key, object Value)[] AcSensor(string role, double mostWatts) =>
    [
        ($"{role}-sensor", "ads1115"),
        ($"{role}-address", HomeWiring.AcGridAddress),
        ($"{role}-millivolts-per-volt", MeterScaling.MillivoltsPerVolt),
        ($"{role}-milliamperes-per-volt", MeterScaling.MilliamperesPerVolt(mostWatts)),
        ($"{role}-highest-watts", MeterScaling.HighestWatts(mostWatts)),
    ];
}
