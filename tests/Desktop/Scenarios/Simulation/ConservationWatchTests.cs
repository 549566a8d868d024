// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.Simulation;

/// <summary>A watch that sees nothing proves nothing: each kind of loss is found and named.</summary>
[TestClass]
public sealed class ConservationWatchTests
{
    private readonly ConservationWatch _watch = new("street");

    [TestMethod]
    public void GoodSlotsPass()
    {
        _watch.Open(5_000_000);
        _watch.CheckFlows(7, new HomeFlows { Load = 3000, Import = 2000, Charge = 1000, Generation = 2000 }, 5_950_000);
        _watch.CheckSettlement(7, meteredMilliwattHours: -12, operatorMilliwattHours: -12, sumMicros: 0);

        Assert.AreEqual(4, _watch.Checks);
        Assert.AreEqual(0, _watch.Failures);
        Assert.AreEqual(50_000, _watch.LossMicrojoules);
    }

    [TestMethod]
    public void EnergyFromNowhereIsFound()
    {
        _watch.CheckFlows(7, new HomeFlows { Load = 3000, Import = 2999 }, 0);

        Assert.AreEqual("street, slot 7: energy in the homes differ by -1 mJ", _watch.Violations[0]);
    }

    [TestMethod]
    public void StorageThatGivesMoreThanItGotIsFound()
    {
        _watch.Open(5_000_000);
        _watch.CheckFlows(7, new HomeFlows { Load = 1000, Discharge = 1000 }, 4_000_001);

        Assert.AreEqual("street, slot 7: energy in the storages differ by -1 uJ", _watch.Violations[0]);
    }

    [TestMethod]
    public void TradesAndCoinsThatDoNotMatchAreFound()
    {
        _watch.CheckClearing(new SlotFigures
        {
            Slot = 7,
            RetailMicrosPerKilowattHour = 0,
            FeedInMicrosPerKilowattHour = 0,
            SoldMilliwattHours = 10,
            BoughtMilliwattHours = 9,
            CoinsMintedMilliwattHours = 20,
            CoinsRedeemedMilliwattHours = 11,
            CoinsReturnedMilliwattHours = 8,
        });
        _watch.CheckUpperLevel(7, energyMilliwattHours: 1, amountMicros: 2);

        Assert.AreEqual(5, _watch.Failures);
        Assert.Contains("coins minted and redeemed or returned differ by 1 mWh", _watch.Violations[1]);
        Assert.Contains("money received and paid between clusters differ by 2 micro-units", _watch.Violations[4]);
    }

    [TestMethod]
    [DataRow(1_910_009L, 0)]
    [DataRow(1_889_991L, 0)]
    [DataRow(1_910_010L, 1)]
    [DataRow(1_889_990L, 1)]
    public void MeterThatShowsAnythingButWhatItCouldSeeIsFound(long exportMilliwattHours, int failures)
    {
        MeasurementState state = new(new HomeEnergies(0, 2_000_000, 0, 0, 0), new FaultEnergies(new HomeEnergies(0, 100_000, 0, 0, 0), default, default));
        _watch.CheckMeter(7, state, new HomeEnergies(0, exportMilliwattHours, 0, 0, 0), 9);

        Assert.AreEqual(failures, _watch.Failures);
    }

    [TestMethod]
    public void ReportsThatFallAndSettlementsThatAreNotReportedAreFound()
    {
        _watch.CheckReports(7, 0);
        _watch.CheckReports(8, 1);
        _watch.CheckSettled(9, new MeteredEnergy(10, 20), new MeteredEnergy(10, 21));

        Assert.AreEqual(2, _watch.Failures);
        Assert.StartsWith("street, slot 8: registers in the reports of a home on a board fall", _watch.Violations[0]);
        Assert.AreEqual("street, slot 9: export settled and reported differ by -1 mWh", _watch.Violations[1]);
    }

    [TestMethod]
    public void EnergyAndMoneyThatAreNotSettledAreFound()
    {
        _watch.CheckSettlement(7, meteredMilliwattHours: 100, operatorMilliwattHours: 99, sumMicros: 3);

        Assert.AreEqual("street, slot 7: energy settled and metered differ by 1 mWh", _watch.Violations[0]);
        Assert.AreEqual("street, slot 7: money of meters and operator differ by 3 micro-units", _watch.Violations[1]);
    }
}
