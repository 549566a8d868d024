// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Offers = System.Collections.Generic.List<(Prosumeter.Messages.TradeSide Side, Prosumeter.Simulator.Market.Order Order)>;

namespace Prosumeter.Tests.Market;

/// <summary>
/// What each rule promises, on thousands of random books; and that the table of promises is not too modest: what a rule does not promise, some book refutes.
/// </summary>
[TestClass]
public sealed class AuctionPromiseTests
{
    private const int Books = 2000;
    private const int LargeBooks = 400;
    private const int Manipulated = 300;
    private const long UnitMilliwattHours = 1_000_000;
    private const int PriceStepMicros = 20_000;

    // Rounded energies and prices are off by less than this; a real gain is a multiple of the price step.
    private const int RoundingMicros = 10;

    private static readonly AuctionProperties[] s_properties =
    [
        AuctionProperties.IndividuallyRational, AuctionProperties.WeaklyBudgetBalanced, AuctionProperties.BudgetBalanced,
        AuctionProperties.Efficient, AuctionProperties.TruthfulInPrice,
    ];

    public static IEnumerable<object[]> Rules => ClearingRules.All.Select(rule => new object[] { rule.Name });

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void EnergyIsConserved(string name)
    {
        RandomBooks books = new(1);
        for (int number = 0; number < Books; number++)
        {
            Offers offers = number < LargeBooks ? books.Large() : books.Small(333_333, 33_333);
            Cleared cleared = new(ClearingRules.Find(name)!, offers);

            Assert.AreEqual(cleared.Outcome.Bids.EnergyMilliwattHours, cleared.Outcome.Asks.EnergyMilliwattHours);
            foreach ((TradeSide side, Order order) in offers)
            {
                Fill fill = cleared.FillOf(side, order.Meter);
                Assert.IsTrue(fill.EnergyMilliwattHours >= 0 && fill.EnergyMilliwattHours <= order.EnergyMilliwattHours, $"book {number}");
                Assert.IsGreaterThanOrEqualTo(0, fill.AmountMicros);
                Assert.IsTrue(fill.EnergyMilliwattHours > 0 || fill.AmountMicros == 0, "no money without energy");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void PromisesHold(string name)
    {
        IClearingRule rule = ClearingRules.Find(name)!;
        foreach (AuctionProperties property in s_properties.Where(property => rule.Promises.HasFlag(property)))
        {
            Assert.IsNull(FirstBreach(rule, property), $"{property} is breached by a book.");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void WhatIsNotPromisedDoesNotHold(string name)
    {
        IClearingRule rule = ClearingRules.Find(name)!;
        foreach (AuctionProperties property in s_properties.Where(property => !rule.Promises.HasFlag(property)))
        {
            Assert.IsNotNull(FirstBreach(rule, property), $"{property} holds in all books: promise it.");
        }
    }

    private static Offers? FirstBreach(IClearingRule rule, AuctionProperties property) => property switch
    {
        AuctionProperties.Efficient => SmallBooks(Books).FirstOrDefault(offers => new Cleared(rule, offers).Gain != LargestGain.Of(offers, UnitMilliwattHours)),
        AuctionProperties.TruthfulInPrice => SmallBooks(Manipulated).FirstOrDefault(offers => IsManipulable(rule, offers)),
        AuctionProperties.IndividuallyRational => MixedBooks().FirstOrDefault(offers => new Cleared(rule, offers).IsAnyLimitBroken),
        AuctionProperties.WeaklyBudgetBalanced => MixedBooks().FirstOrDefault(offers => new Cleared(rule, offers).Outcome.SurplusMicros < 0),
        _ => MixedBooks().FirstOrDefault(offers => new Cleared(rule, offers).Outcome.SurplusMicros != 0),
    };

    private static IEnumerable<Offers> MixedBooks()
    {
        RandomBooks books = new(2);
        return Enumerable.Range(0, Books).Select(number => number < LargeBooks ? books.Large() : books.Small(333_333, 33_333));
    }

    private static IEnumerable<Offers> SmallBooks(int count)
    {
        RandomBooks books = new(3);
        return Enumerable.Range(0, count).Select(_ => books.Small(UnitMilliwattHours, PriceStepMicros));
    }

    private static bool IsManipulable(IClearingRule rule, Offers offers)
    {
        Cleared truthful = new(rule, offers);
        return Enumerable.Range(0, offers.Count).Any(index => AlternativePrices(offers, index).Any(price =>
            GainsBy(rule, offers, index, price, truthful)));
    }

    // Just below, at and just above every price of the book is where the outcome can change.
    private static IEnumerable<int> AlternativePrices(Offers offers, int index) => offers
        .Select(offer => offer.Order.PriceMicrosPerKilowattHour)
        .SelectMany(price => new[] { price - (PriceStepMicros / 2), price, price + (PriceStepMicros / 2) })
        .Append(0)
        .Append(100 * PriceStepMicros)
        .Distinct()
        .Where(price => price != offers[index].Order.PriceMicrosPerKilowattHour);

    private static bool GainsBy(IClearingRule rule, Offers offers, int index, int price, Cleared truthful)
    {
        (TradeSide side, Order order) = offers[index];
        Offers reported = [.. offers];
        reported[index] = (side, order with { PriceMicrosPerKilowattHour = price });
        long before = Utility(side, order, truthful), after = Utility(side, order, new Cleared(rule, reported));
        return after - before > RoundingMicros * 1_000_000L;
    }

    // In mWh times micro-units per kWh, at the true limit.
    private static long Utility(TradeSide side, Order truth, Cleared cleared)
    {
        Fill fill = cleared.FillOf(side, truth.Meter);
        long gain = (fill.EnergyMilliwattHours * truth.PriceMicrosPerKilowattHour) - (fill.AmountMicros * 1_000_000);
        return side == TradeSide.Buy ? gain : -gain;
    }
}
