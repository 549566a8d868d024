// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>A market that is killed at any act goes on as if it had not been (docs/PROTOCOL.md, P-45 and P-46).</summary>
[TestClass]
public sealed class AggregatorCrashTests
{
    [TestMethod]
    [TestCategory("P-45")]
    [TestCategory("P-46")]
    public void AKillAtAnyActLosesAndDoublesNothing()
    {
        using CrashStory whole = new(crashAt: 0);
        whole.Run();
        string[] told = whole.Told(), books = whole.Books();
        Assert.IsTrue(told.Any(line => line.Contains("/settlement ", System.StringComparison.Ordinal)), "the story has settlements");
        Assert.IsGreaterThan(90, whole.Acts);

        for (int act = 1; act <= whole.Acts; act++)
        {
            using CrashStory story = new(act);
            story.Run();
            Assert.AreEqual(1, story.Kills);
            Compare(told, story.Told(), act);
            Compare(books, story.Books(), act);
        }
    }

    private static void Compare(string[] whole, string[] killed, int act) => Assert.IsTrue(
        whole.SequenceEqual(killed),
        $"Killed at act {act}. Lost:\n{string.Join('\n', whole.Except(killed))}\nDoubled or new:\n{string.Join('\n', killed.Except(whole))}");
}
