// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class MeterSettlementTests
{
    private static readonly TariffPrices s_prices = new(300_000, 80_000);

    [TestMethod]
    [DataRow(500, 0, 0, 0, 500, 0, 0, DisplayName = "a consumer without trade buys all from the operator")]
    [DataRow(0, 500, 0, 0, 0, 500, 0, DisplayName = "surplus without trade goes to the operator")]
    [DataRow(0, 500, 400, 0, 0, 100, 0, DisplayName = "a seller exports more than sold")]
    [DataRow(0, 300, 400, 0, 100, 0, 100, DisplayName = "a seller exports less than sold")]
    [DataRow(500, 0, 0, 400, 100, 0, 0, DisplayName = "a buyer imports more than bought")]
    [DataRow(300, 0, 0, 400, 0, 100, 100, DisplayName = "a buyer imports less than bought")]
    [DataRow(200, 0, 400, 0, 600, 0, 400, DisplayName = "a seller imports instead")]
    public void ImbalanceIsLeftToTheOperator(int import, int export, int sold, int bought, int deficit, int surplus, int shortfall)
    {
        Position position = new(sold, bought, 0, 0, 0);

        Imbalance imbalance = Imbalance.Of(position, new MeteredEnergy(import, export));

        Assert.AreEqual(new Imbalance(deficit, surplus, shortfall), imbalance);
    }

    [TestMethod]
    public void MoneyIsTradeLessTaxLessDeficitPlusSurplus()
    {
        Position position = new(1_000_000, 0, 200_000, 0, 10_000);
        MeteredEnergy metered = new(50_000, 900_000);

        MeterSettlement settlement = MeterSettlement.Of(7, 10, 11, metered, position, s_prices);

        // 0.2 less tax 0.01; 0.1 kWh short and 0.05 kWh imported at 0.30.
        Assert.AreEqual(200_000 - 10_000 - 45_000, settlement.AmountMicros);
        Assert.AreEqual(900_000, settlement.DeliveredMilliwattHours);
        Assert.AreEqual(100_000, settlement.Imbalance.ShortfallMilliwattHours);
    }

    [TestMethod]
    public void ImportLessExportIsDeficitLessSurplusLessOwnTrades()
    {
        Random random = new(4);
        for (int number = 0; number < 1000; number++)
        {
            Position position = new(random.Next(0, 900), random.Next(0, 900), 0, 0, 0);
            MeteredEnergy metered = new(random.Next(0, 900), random.Next(0, 900));
            Imbalance imbalance = Imbalance.Of(position, metered);

            Assert.AreEqual(
                metered.ImportMilliwattHours - metered.ExportMilliwattHours,
                imbalance.DeficitMilliwattHours - imbalance.SurplusMilliwattHours + position.BoughtMilliwattHours - position.SoldMilliwattHours);
        }
    }
}
