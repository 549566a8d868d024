// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Microgrid;

[TestClass]
public sealed class AskBookTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(5)]
    [DataRow(300)]
    public void TheKeptOrderIsTheSortedOrder(int prosumers)
    {
        Random random = new(prosumers);
        AskBook book = new(prosumers, 0.1);
        Turn[] turns = new Turn[prosumers];
        for (int slot = 0; slot < 500; slot++)
        {
            for (int p = 0; p < prosumers; p++)
            {
                turns[p] = (Turn)random.Next(4);
                Move(book, turns[p], p, random.Next(50) == 0 ? 3 : 1);
            }

            if (random.Next(10) == 0)
            {
                book.Cap(0.12);
            }

            book.Restore(turns, new int[2 * prosumers]);
            AssertSorted(book);
        }
    }

    private static void Move(AskBook book, Turn turn, int prosumer, int times)
    {
        for (int i = 0; i < times && turn is Turn.Raised or Turn.Lowered; i++)
        {
            book.Multiply(prosumer, turn == Turn.Raised ? 1.1 : 0.9, 0.01);
            times = turn == Turn.Raised ? times : 1;
        }
    }

    private static void AssertSorted(AskBook book)
    {
        double[] asks = book.Asks.ToArray();
        int[] expected = [.. Enumerable.Range(0, asks.Length).OrderBy(p => asks[p]).ThenBy(p => p)];
        CollectionAssert.AreEqual(expected, book.Order.ToArray());
    }
}
