// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Policy;
using Prosumeter.Pricing;
using Prosumeter.Storage;

namespace Prosumeter.Tests.SharedProtocol;

/// <summary>The integer decisions against the formulas of the papers in exact decimals: worked rows, and any other numbers.</summary>
[TestClass]
public sealed class MarketModelTests
{
    private const decimal MilliwattHoursPerKilowattHour = 1_000_000m;
    private const decimal MicrosPerUnit = 1_000_000m;

    // Stored R, capacity ESS and balance change C in kWh, X_u and X_d in percent: state, tradable energy in kWh.
    [TestMethod]
    [DataRow("9", "10", 80, 30, "0", StorageState.Sell, "1.0", DisplayName = "above upper")]
    [DataRow("8", "10", 80, 30, "0.4", StorageState.Sell, "0", DisplayName = "exactly at upper, rising")]
    [DataRow("8", "10", 80, 30, "-0.4", StorageState.Hold, "0", DisplayName = "exactly at upper, falling")]
    [DataRow("8.000001", "10", 80, 30, "-0.4", StorageState.Sell, "0.000001", DisplayName = "one mWh above upper")]
    [DataRow("7", "10", 80, 30, "0", StorageState.Sell, "0.5", DisplayName = "hybrid, no change")]
    [DataRow("7", "10", 80, 30, "-0.000001", StorageState.Hold, "0", DisplayName = "hybrid, falling")]
    [DataRow("4", "10", 80, 30, "0.5", StorageState.Sell, "1.0", DisplayName = "hybrid, lower bound binds")]
    [DataRow("3", "10", 80, 30, "0", StorageState.Sell, "0", DisplayName = "exactly at lower, no change")]
    [DataRow("3", "10", 80, 30, "-0.5", StorageState.Hold, "0", DisplayName = "exactly at lower, falling")]
    [DataRow("2.999999", "10", 80, 30, "0.5", StorageState.Buy, "0.000001", DisplayName = "one mWh below lower")]
    [DataRow("0", "10", 80, 30, "0", StorageState.Buy, "3.0", DisplayName = "empty")]
    [DataRow("4", "5", 80, 20, "1", StorageState.Sell, "0", DisplayName = "at upper, other capacity")]
    [DataRow("60", "100", 80, 30, "0.1", StorageState.Sell, "10", DisplayName = "large capacity")]
    [DataRow("13.5", "13.5", 100, 0, "-1", StorageState.Hold, "0", DisplayName = "upper at 100 %, full, falling")]
    [DataRow("1", "13.5", 100, 0, "1", StorageState.Sell, "1.0", DisplayName = "lower at 0 %")]
    public void StateAndTradableEnergy(string stored, string capacity, int upper, int lower, string change, StorageState state, string tradable)
    {
        StorageStateMachine machine = new(SharingRatios.Of(upper * 10, lower * 10));

        Assert.AreEqual(state, machine.Decide(Energy(stored), Energy(capacity), Energy(change), 0));
        Assert.AreEqual(Energy(tradable), machine.TradableMilliwattHours);
    }

    [TestMethod]
    [DataRow("1.2", "0.5", "0.8", "0.6", "0.5")]
    [DataRow("0", "0.9", "0", "0.4", "-0.5")]
    [DataRow("0.3", "0.3", "0", "0", "0")]
    public void NetBalanceChange(string generation, string demand, string generationBefore, string demandBefore, string change)
    {
        NetBalance balance = new();
        balance.Change(Energy(generationBefore), Energy(demandBefore));

        Assert.AreEqual(Energy(change), balance.Change(Energy(generation), Energy(demand)));
    }

    [TestMethod]
    [DataRow("0.1", PriceClass.Predatory)]
    [DataRow("0.149999", PriceClass.Predatory)]
    [DataRow("0.15", PriceClass.Timid)]
    [DataRow("0.2", PriceClass.Withholding)]
    [DataRow("0.08", PriceClass.BelowCost)]
    public void ClassOfAPrice(string price, PriceClass expected) =>
        Assert.AreEqual(expected, AskPrice.Classify(Micros(price), 200_000, 100_000));

    [TestMethod]
    [DataRow(PricingStrategy.Predatory, 0, "0.2", "0.1", "0.1")]
    [DataRow(PricingStrategy.Predatory, 999, "0.2", "0.1", "0.14995")]
    [DataRow(PricingStrategy.Timid, 500, "0.2", "0.1", "0.175")]
    [DataRow(PricingStrategy.Withholding, 250, "0.2", "0.1", "0.25")]
    [DataRow(PricingStrategy.Timid, 500, "0.1", "0.12", null)]
    [DataRow(PricingStrategy.Withholding, 0, "0.1", "0.12", "0.1")]
    public void AskOfAStrategy(PricingStrategy strategy, int level, string retail, string cost, string? ask) =>
        Assert.AreEqual(ask is null ? AskPrice.NoOffer : Micros(ask), AskPrice.Of(strategy, level, Micros(retail), Micros(cost)));

    [TestMethod]
    [DataRow(0.0, -0.5, 0.0, -0.005)]
    [DataRow(-0.005, -0.5, 0.2, -0.00815)]
    [DataRow(-0.00815, 0.4, 0.3, -0.0013685)]
    [DataRow(-0.0013685, 0.0, 0.3, 0.001345185)]
    public void QUpdate(double before, double reward, double maxNext, double after) =>
        Assert.AreEqual(after, QTable.Next(Q16(before), Q16(reward), Q16(maxNext), Q16(0.01), Q16(0.9)) / 65536.0, 2 / 65536.0);

    [TestMethod]
    public void AnyStorageAgreesWithEquationThree() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10000), Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            long capacity = 1 + random.NextInt64(random.Next(2) == 0 ? 50 : 1_000_000_000_000_000);
            long stored = random.NextInt64(capacity + 1);
            int upper = random.Next(1001), lower = random.Next(upper + 1);
            long change = random.Next(-2, 3), deficit = random.Next(-5, 5);
            StorageStateMachine machine = new(SharingRatios.Of(upper, lower));
            StorageState state = machine.Decide(stored, capacity, change, deficit);
            return (state, machine.TradableMilliwattHours) == EquationThree(stored, capacity, upper / 1000m, lower / 1000m, change, deficit);
        }));

    [TestMethod]
    public void AnyAskAgreesWithItsFormula() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10000), Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            int most = random.Next(2) == 0 ? 20 : 1_000_000_000;
            int retail = random.Next(most), cost = random.Next(most), level = random.Next(1001);
            PricingStrategy strategy = (PricingStrategy)random.Next(1, 4);
            return AskPrice.Of(strategy, level, retail, cost) == AskFormula(strategy, level / 1000m, retail, cost);
        }));

    [TestMethod]
    public void AnyQUpdateIsWithinOneUnitOfTheLastPlace() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10000), Prop.ForAll<int>(seed =>
        {
            Random random = new(seed);
            int Any() => random.Next(3) == 0 ? random.Next(-70_000, 70_000) : random.Next(int.MinValue, int.MaxValue);
            int old = Any(), reward = Any(), next = Any(), alpha = random.Next(65537), gamma = random.Next(65537);
            BigInteger exact = ((BigInteger)old << 32) + (alpha * (((BigInteger)reward << 16) + ((BigInteger)gamma * next) - ((BigInteger)old << 16)));
            BigInteger bounded = BigInteger.Min(BigInteger.Max(exact, (BigInteger)int.MinValue << 32), (BigInteger)int.MaxValue << 32);
            return BigInteger.Abs(((BigInteger)QTable.Next(old, reward, next, alpha, gamma) << 32) - bounded) <= BigInteger.One << 32;
        }));

    private static (StorageState State, long Tradable) EquationThree(decimal stored, decimal capacity, decimal upper, decimal lower, long change, long deficit)
    {
        decimal u = upper * capacity, l = lower * capacity;
        return stored > u ? (StorageState.Sell, (long)Math.Floor(stored - u))
            : stored < l ? (StorageState.Buy, Math.Max(deficit, 0) + (long)Math.Ceiling(l - stored))
            : change < 0 ? (StorageState.Hold, 0)
            : (StorageState.Sell, (long)Math.Floor(Math.Min((u - stored) / 2, stored - l)));
    }

    private static int AskFormula(PricingStrategy strategy, decimal level, decimal retail, decimal cost)
    {
        decimal middle = (retail + cost) / 2;
        if (strategy == PricingStrategy.Withholding)
        {
            return (int)Math.Floor(retail * (1 + level));
        }

        if (retail <= cost || level == 1)
        {
            return AskPrice.NoOffer;
        }

        bool isPredatory = strategy == PricingStrategy.Predatory;
        decimal price = isPredatory ? Math.Floor(cost + (level * (middle - cost))) : Math.Max(Math.Floor(middle + (level * (retail - middle))), Math.Ceiling(middle));
        return price < (isPredatory ? middle : retail) ? (int)price : AskPrice.NoOffer;
    }

    private static long Energy(string kilowattHours) => (long)(Number(kilowattHours) * MilliwattHoursPerKilowattHour);

    private static int Micros(string price) => (int)(Number(price) * MicrosPerUnit);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static int Q16(double value) => (int)Math.Round(value * 65536);
}
