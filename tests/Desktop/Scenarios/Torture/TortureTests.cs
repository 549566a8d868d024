// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Scenarios.Torture;

namespace Prosumeter.Tests.Scenarios.Torture;

/// <summary>The power-cut proof, at fewer bytes than <c>prosumeter torture</c> runs it.</summary>
[TestClass]
public sealed class TortureTests
{
    [TestMethod]
    [DataRow(1, 1, 211)]
    [DataRow(7, 2, 307)]
    public void NothingIsLostBeyondTheBound(int seed, int cuts, int every)
    {
        TortureResult result = Prove(new TortureSettings { Seed = seed, Cuts = cuts, Every = every });
        Assert.IsTrue(result.Reference.Events.AreComplete, result.Reference.Events.ToString());
        Assert.IsTrue(result.Holds, string.Join(Environment.NewLine, result.Violations));
        Assert.IsGreaterThan(100, result.Cuts);
        Assert.IsGreaterThan(0, result.WorstLossMilliwattHours);
        Assert.IsLessThanOrEqualTo(10_000, result.WorstLossMilliwattHours);
        Assert.IsLessThanOrEqualTo(61_000, result.WorstLossMilliseconds);
    }

    /// <summary>With an FRAM or a power-fail input a cut takes at most 0.1 Wh.</summary>
    [TestMethod]
    [DataRow(TortureProtection.Fram, 1, 40_009)]
    [DataRow(TortureProtection.Fram, 2, 40_013)]
    [DataRow(TortureProtection.PowerFail, 1, 53)]
    [DataRow(TortureProtection.PowerFail, 2, 101)]
    public void AProtectedBoardLosesNextToNothing(TortureProtection protection, int cuts, int every)
    {
        TortureResult result = Prove(new TortureSettings { Protection = protection, Cuts = cuts, Every = every, Seed = 3 });
        Assert.IsTrue(result.Reference.Events.AreComplete, result.Reference.Events.ToString());
        Assert.IsTrue(result.Holds, string.Join(Environment.NewLine, result.Violations));
        Assert.IsGreaterThan(40, result.Cuts);
        Assert.AreEqual(100, result.Reference.Bound.MilliwattHours);
        Assert.IsLessThanOrEqualTo(100, result.WorstLossMilliwattHours);
    }

    [TestMethod]
    public void TheSameSeedGivesTheSameFigures()
    {
        TortureSettings settings = new() { Every = 4_001, Cuts = 2 };
        Assert.AreEqual(JsonSerializer.Serialize(Prove(settings)), JsonSerializer.Serialize(Prove(settings)));
    }

    [TestMethod]
    public void AReorderedCutLeavesTheLengthAndHoles()
    {
        using var board = new VirtualBoard(new VirtualBoardOptions { Time = new LogicalTime(0) });
        board.Flash.Create(@"I:\x");
        byte[] data = Encoding.ASCII.GetBytes(new string('x', 320));
        board.Flash.PowerCut = new PowerCut(board.Flash.ChangedBytes + 170, PowerCutKind.Reordered);
        Assert.AreEqual(StopReason.PowerCut, board.Run(() => board.Flash.Write(@"I:\x", 0, data)));
        byte[] remains = new byte[400];
        Assert.AreEqual(320, board.Flash.Read(@"I:\x", 0, remains));
        Assert.AreEqual(5 * 32, Array.FindAll(remains, value => value == 'x').Length);
        Assert.AreEqual(5 * 32, Array.FindAll(remains, value => value == 0xFF).Length);
        Assert.IsGreaterThanOrEqualTo(160, Array.LastIndexOf(remains, (byte)'x'), "not merely the first units");
    }

    [TestMethod]
    [DataRow(4, 1, 1)]
    [DataRow(6, 3, 1)]
    [DataRow(6, 0, 1)]
    [DataRow(6, 1, 0)]
    public void SettingsOutOfRangeAreRefused(int slots, int cuts, int every)
    {
        TortureSettings settings = new() { Slots = slots, Cuts = cuts, Every = every };
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new TortureProof(settings));
    }

    private static TortureResult Prove(TortureSettings settings)
    {
        TortureProof proof = new(settings);
        proof.Run(int.MaxValue);
        Assert.IsTrue(proof.IsFinished);
        return proof.Result();
    }
}
