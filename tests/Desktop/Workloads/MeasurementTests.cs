// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Workloads;

namespace Prosumeter.Tests.Workloads;

[TestClass]
public sealed class MeasurementTests
{
    [TestMethod]
    public void EachMeasuredRunIsOneRun()
    {
        Allocation workload = new(0);

        Figure figure = Measurement.Of(workload, 7, TimeSpan.Zero);

        Assert.AreEqual(7, workload.Runs);
        Assert.AreEqual(7, figure.Repeats);
    }

    [TestMethod]
    public void AllocatedMemoryIsCounted()
    {
        Figure figure = Measurement.Of(new Allocation(100_000), 5, TimeSpan.FromTicks(1));

        Assert.IsInRange(100_000.0, 101_000.0, figure.AllocatedBytes.Median);
    }

    [TestMethod]
    public void MedianIsTheMiddleOne()
    {
        Assert.AreEqual(new Spread(3, 1, 9), Spread.Of([9, 1, 3]));
        Assert.AreEqual(new Spread(3, 1, 9), Spread.Of([9, 1, 5, 3]));
        Assert.AreEqual(new Spread(4, 4, 4), Spread.Of([4]));
    }

    [TestMethod]
    [DataRow(null, null, null, true)]
    [DataRow(2.0, 3.0, 4L, true)]
    [DataRow(1.9, null, null, false)]
    [DataRow(null, 2.9, null, false)]
    [DataRow(null, null, 3L, false)]
    public void LimitIsOnTheMedians(double? wall, double? cpu, long? bytes, bool holds)
    {
        Figure figure = new("work", 3, new Spread(2, 1, 9), new Spread(3, 1, 9), new Spread(4, 0, 9), new Limit(wall, cpu, bytes));

        Assert.AreEqual(holds, figure.Holds);
    }

    private sealed class Allocation(int bytes) : IWorkload
    {
        private byte[]? _kept;

        public int Runs { get; private set; }

        public string Name => $"allocate {bytes} bytes";

        public Limit? Limit => null;

        public void Run()
        {
            Runs++;
            _kept = bytes > 0 ? new byte[bytes] : _kept;
        }
    }
}
