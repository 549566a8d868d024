// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Tests.Shared.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>Which slots a meter hears of, and the times it is run by when nobody says other ones.</summary>
[TestClass]
public sealed class SlotsAheadTests
{
    private const int Present = MeterScript.FirstSlot + 10;

    [TestMethod]
    [TestCategory("P-27")]
    [TestCategory("P-32")]
    [DataRow(-1, RefusalReason.FromPast)]
    [DataRow(0, RefusalReason.Taken)]
    [DataRow(1, RefusalReason.Taken)]
    [DataRow(2, RefusalReason.Taken)]
    [DataRow(3, RefusalReason.FromFuture)]
    public void PricesOfThreeSlotsProveAMarket(int ahead, RefusalReason reason)
    {
        MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
        long now = MeterScript.StartOf(Present);
        script.Controller.Tick(now);
        Assert.IsTrue(script.Controller.IsAlone);
        Assert.AreEqual((int)reason, script.Price(Present + ahead, now));
        Assert.AreEqual(reason != RefusalReason.Taken, script.Controller.IsAlone);
    }

    [TestMethod]
    [TestCategory("P-30")]
    [DataRow(-1, RefusalReason.FromPast)]
    [DataRow(0, RefusalReason.Taken)]
    [DataRow(1, RefusalReason.Taken)]
    [DataRow(2, RefusalReason.Taken)]
    [DataRow(3, RefusalReason.FromFuture)]
    public void AwardsOfThreeSlotsAreTaken(int ahead, RefusalReason reason)
    {
        MeterScript script = MeterScript.Started(MeterScript.Settings(), 900);
        script.Controller.StartSlot(Present);
        Assert.AreEqual((int)reason, script.Award(Present + ahead, TradeSide.Sell, 0, true));
    }

    [TestMethod]
    [TestCategory("P-21")]
    [TestCategory("P-32")]
    public void WithoutSettingsSlotsAreQuarterHoursAndAMeterIsAloneAfterHalfAnHour()
    {
        DeviceConfiguration configuration = ConfigurationParser.Parse([], new ComplaintList());
        Assert.AreEqual(900, configuration.Get(SettingId.SlotSeconds));
        Assert.AreEqual(1800, configuration.Get(SettingId.AloneAfterSeconds));
        Assert.AreEqual(900, new AggregatorSettings("c", DailyTariff.Flat(default), new PayAsAskRule()).SlotSeconds);
    }
}
