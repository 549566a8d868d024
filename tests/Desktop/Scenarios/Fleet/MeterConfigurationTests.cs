// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Pricing;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Tests.Scenarios.Fleet;

/// <summary>The firmware takes the written configuration without a complaint and with the meant values.</summary>
[TestClass]
public sealed class MeterConfigurationTests
{
    [TestMethod]
    [DataRow(0, 0, false)]
    [DataRow(5000, 0, false)]
    [DataRow(0, 6400, false)]
    [DataRow(12_000, 20_000, false)]
    [DataRow(2000, 2500, true)]
    public void FirmwareTakesIt(int pvPeakWatts, int storageWattHours, bool isAlternatingCurrent)
    {
        MeterSpecification meter = new()
        {
            Meter = 42,
            Home = "home",
            Cluster = "test-1",
            PvPeakWatts = pvPeakWatts,
            StorageWattHours = storageWattHours,
            StorageWatts = storageWattHours / 2,
            Strategy = PricingStrategy.Withholding,
            LevelPermille = 250,
            CostMicrosPerKilowattHour = 80_000,
            IsAlternatingCurrent = isAlternatingCurrent,
        };
        ComplaintList complaints = new();

        DeviceConfiguration configuration = ConfigurationParser.Parse(
            Encoding.ASCII.GetBytes(MeterConfiguration.Of(meter, 300, "broker.example", 8883, hasConsole: false)), complaints);

        Assert.AreEqual(0, complaints.TotalCount, complaints.Count > 0 ? complaints[0].ToString() : string.Empty);
        Assert.AreEqual(42, configuration.Get(SettingId.Meter));
        Assert.AreEqual("test-1", configuration.GetText(SettingId.Cluster));
        Assert.AreEqual("broker.example", configuration.GetText(SettingId.BrokerHost));
        Assert.AreEqual(8883, configuration.Get(SettingId.BrokerPort));
        Assert.AreEqual(300, configuration.Get(SettingId.SlotSeconds));
        Assert.AreEqual((int)PricingStrategy.Withholding, configuration.Get(SettingId.Strategy));
        Assert.AreEqual(250, configuration.Get(SettingId.StrategyLevelPermille));
        Assert.AreEqual(80_000, configuration.Get(SettingId.CostMicrosPerKilowattHour));
        Assert.AreEqual(storageWattHours, configuration.Get(SettingId.StorageCapacityWattHours));
        Assert.AreEqual((int)(isAlternatingCurrent ? SensorKind.Ads1115 : SensorKind.Ina219), configuration.Get(SensorRole.Grid, SensorSettingId.Kind));
        Assert.AreEqual((int)(pvPeakWatts > 0 ? SensorKind.Ina219 : SensorKind.None), configuration.Get(SensorRole.Generation, SensorSettingId.Kind));
        Assert.AreEqual(-1, configuration.Get(SettingId.ConsoleTxPin));
    }

    [TestMethod]
    [DataRow(3000)]
    [DataRow(17_000)]
    [DataRow(100_000)]
    public void TheShuntCarriesThePower(int watts)
    {
        MeterSpecification meter = new() { Meter = 1, Home = "home", Cluster = "c", MostLoadWatts = watts };
        DeviceConfiguration configuration = ConfigurationParser.Parse(
            Encoding.ASCII.GetBytes(MeterConfiguration.Of(meter, 900, "b", 1883, hasConsole: true)), new ComplaintList());

        double microvolts = watts / 380.0 * configuration.Get(SensorRole.Grid, SensorSettingId.ShuntMicroohms);

        Assert.IsLessThan(320_000, microvolts, "the INA219 measures 320 mV at most");
        Assert.IsGreaterThan(80_000, microvolts, "and its range is used");
    }
}
