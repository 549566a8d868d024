// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.Intrinsics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Tests.Studies.Numerics;

[TestClass]
public sealed class ExactMathTests
{
    [TestMethod]
    public void ExpAgreesWithThePlatform()
    {
        for (double x = 0; x > -690; x -= 0.0137)
        {
            Assert.AreEqual(1, ExactMath.Exp(x) / Math.Exp(x), 1e-13, $"exp({x})");
        }
    }

    [TestMethod]
    public void ExpStopsAtItsLowestArgument() => Assert.AreEqual(ExactMath.Exp(-700), ExactMath.Exp(-1e9));

    [TestMethod]
    public void SineAgreesWithThePlatform()
    {
        for (double x = 0; x <= 1; x += 0.001)
        {
            Assert.AreEqual(Math.Sin(Math.PI / 2 * x), ExactMath.SineOfQuarterTurn(Vector512.Create(x)).ToScalar(), 2e-15, $"sin(pi/2 {x})");
        }
    }

    [TestMethod]
    public void PowersOfQuartersAgreeWithThePlatform()
    {
        for (int quarters = 0; quarters <= 16; quarters++)
        {
            Assert.AreEqual(Math.Pow(1.7, quarters / 4.0), ExactMath.PowerOfQuarters(1.7, quarters), 1e-14 * 10);
        }
    }

    [TestMethod]
    public void OtherPowersAreRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ExactMath.PowerOfQuarters(2, 17));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ExactMath.PowerOfQuarters(-1, 2));
    }
}
