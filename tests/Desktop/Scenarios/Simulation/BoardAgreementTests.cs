// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.Simulation;

/// <summary>
/// The engine lives the same day as the firmware on virtual boards, which see it through sensors. What both decide is the same but for the few slots in which a
/// per mille of the state of charge makes the difference; prices are equal, energies agree to the error of sensors and sampling.
/// </summary>
[TestClass]
public sealed class BoardAgreementTests
{
    private const double EnergyTolerance = 0.01;

    private static readonly SimulationPlan s_plan = SimulationPlans.OneCluster();
    private static readonly List<(int Slot, int Meter, Bid? Bid)> s_decisions = [];
    private static SimulationOutcome s_outcome = null!;
    private static BoardFleet s_boards = null!;

    [ClassInitialize]
    public static void LiveTheDayTwice(TestContext _)
    {
        s_boards = new BoardFleet(s_plan);
        s_boards.Run();
        SimulationRun run = new(s_plan, threads: 1);
        while (!run.IsFinished)
        {
            int slot = s_plan.FirstSlot - 1 + run.SlotsDone;
            run.RunSlot(default);
            s_decisions.AddRange(run.Clusters[0].Homes.Select(home => (slot + 1, home.Meter, home.HasBid ? Copy(home.Bid) : null)));
        }

        s_outcome = run.Outcome();
    }

    [ClassCleanup]
    public static void Dispose() => s_boards.Dispose();

    [TestMethod]
    public void DecisionsAreTheSame()
    {
        int same = s_decisions.Count(decision => SideOf(decision.Bid) == SideOf(s_boards.Bids.GetValueOrDefault((decision.Meter, decision.Slot))));

        Assert.IsGreaterThanOrEqualTo(s_decisions.Count * 0.99, same, $"{same} of {s_decisions.Count}");
        Assert.IsGreaterThan(300, s_decisions.Count(decision => decision.Bid is not null));
    }

    [TestMethod]
    public void PricesAreEqual()
    {
        foreach ((Bid engine, Bid board) in Pairs())
        {
            Assert.AreEqual(board.PriceMicrosPerKilowattHour, engine.PriceMicrosPerKilowattHour, $"meter {board.Meter}, slot {board.Slot}");
        }
    }

    [TestMethod]
    public void EnergiesOfBidsAgree()
    {
        long difference = Pairs().Sum(pair => Math.Abs((long)pair.Engine.EnergyMilliwattHours - pair.Board.EnergyMilliwattHours));
        long energy = Pairs().Sum(pair => (long)pair.Board.EnergyMilliwattHours);

        Assert.IsLessThan(energy * EnergyTolerance, difference);
    }

    [TestMethod]
    public void TradesAgree()
    {
        long boards = s_boards.Traded.Where(slot => slot.Key >= s_plan.FirstSlot && slot.Key < s_plan.FirstSlot + s_plan.Slots).Sum(slot => slot.Value);
        long engine = s_outcome.Clusters[0].TradedMilliwattHours;

        Assert.IsGreaterThan(10_000_000, engine);
        Assert.AreEqual(boards, engine, boards * EnergyTolerance);
    }

    [TestMethod]
    public void RegistersAgree()
    {
        int first = s_plan.FirstSlot - 1, last = s_plan.FirstSlot + s_plan.Slots - 1;
        foreach (HomeOutcome home in s_outcome.Clusters[0].Homes)
        {
            SlotReport opening = s_boards.Reports[(home.Meter, first)], closing = s_boards.Reports[(home.Meter, last)];
            AssertNear(closing.ImportMilliwattHours - opening.ImportMilliwattHours, home.Metered.ImportMilliwattHours, $"import of {home.Meter}");
            AssertNear(closing.ExportMilliwattHours - opening.ExportMilliwattHours, home.Metered.ExportMilliwattHours, $"export of {home.Meter}");
            AssertNear(closing.GenerationMilliwattHours - opening.GenerationMilliwattHours, home.Metered.GenerationMilliwattHours, $"generation of {home.Meter}");
        }
    }

    // A decision that falls differently moves a slot's worth of energy, so there is an absolute part too: what a storage of 3 kW moves in five minutes.
    private static void AssertNear(long board, long engine, string what) =>
        Assert.AreEqual(board, engine, (board * EnergyTolerance) + 250_000, what);

    private static IEnumerable<(Bid Engine, Bid Board)> Pairs() =>
        from decision in s_decisions
        let board = s_boards.Bids.GetValueOrDefault((decision.Meter, decision.Slot))
        where decision.Bid is not null && SideOf(decision.Bid) == SideOf(board)
        select (decision.Bid, board);

    private static TradeSide? SideOf(Bid? bid) => bid?.Side;

    private static Bid Copy(Bid bid) => new()
    {
        Meter = bid.Meter,
        Slot = bid.Slot,
        Side = bid.Side,
        EnergyMilliwattHours = bid.EnergyMilliwattHours,
        PriceMicrosPerKilowattHour = bid.PriceMicrosPerKilowattHour,
    };
}
