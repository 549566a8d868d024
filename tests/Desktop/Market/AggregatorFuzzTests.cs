// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market;

/// <summary>Whatever meters send, the market goes on, says what it refused, and its money adds up to zero.</summary>
[TestClass]
public sealed class AggregatorFuzzTests
{
    private const int Slot = 1000;
    private static readonly int[] s_slots = [0, Slot - 1, Slot, Slot + 1, Slot + 2, int.MaxValue];
    private static readonly int[] s_meters = [1, 2, int.MaxValue];
    private static readonly int[] s_numbers = [0, 1, 2, 1_000_000, int.MaxValue];
    private static readonly long[] s_registers = [0, 1, 1_000_000, 1_000_000_000_000_000];

    [TestMethod]
    public void AnyBytesAreRefusedOrTaken() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll<byte[]>(payload => StaysSound(bench => bench.Say("prosumeter/v1/bench/5/bid", payload ?? [])) && StaysSound(bench => bench.Say("prosumeter/v1/bench/5/report", payload ?? []))));

    [TestMethod]
    public void AnyBidsAndReportsKeepTheBooksBalanced()
    {
        Gen<Action<MarketBench>> bid =
            from meter in Gen.Elements(s_meters)
            from slot in Gen.Elements(s_slots)
            from isSale in Gen.Elements(true, false)
            from energy in Gen.Elements(s_numbers.Skip(1).ToArray())
            from price in Gen.Elements(0, 1, 300_000, 2_000_000_000)
            from sequence in Gen.Elements(s_numbers)
            select (Action<MarketBench>)(bench => bench.Bid(meter, slot, isSale ? TradeSide.Sell : TradeSide.Buy, energy, price, sequence));
        Gen<Action<MarketBench>> report =
            from meter in Gen.Elements(s_meters)
            from slot in Gen.Elements(s_slots)
            from import in Gen.Elements(s_registers)
            from export in Gen.Elements(s_registers)
            select (Action<MarketBench>)(bench => bench.Report(meter, slot, import, export));
        Gen<Action<MarketBench>> time = Gen.Choose(0, 3 * MarketBench.SlotSeconds).Select(second => (Action<MarketBench>)(bench => bench.At(Slot, second)));
        Gen<Action<MarketBench>[]> story = Gen.OneOf(bid, report, time).ArrayOf();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(story.ToArbitrary(), steps => StaysSound(bench => Array.ForEach(steps, step => step(bench)))));
    }

    private static bool StaysSound(Action<MarketBench> act)
    {
        using MarketBench bench = new(retailMicros: PriceMessage.HighestMicros);
        bench.At(Slot, 0);
        act(bench);
        bench.At(Slot + 3, 0);
        bench.At(Slot + 4, 0);
        int told = bench.Heard<Acknowledgement>(5).Count + s_meters.Sum(meter => bench.Heard<Acknowledgement>(meter).Count);
        return bench.Market.Accounts.SumMicros == 0 && told == bench.Refusals.Count(refusal => refusal.Reason != RefusalReason.Repeated);
    }
}
