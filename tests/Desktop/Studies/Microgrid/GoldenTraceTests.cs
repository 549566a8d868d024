// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Microgrid;

/// <summary>Two days without noise, slot by slot, against numbers of two other implementations (C++ and Python).</summary>
[TestClass]
public sealed class GoldenTraceTests
{
    private const string NoNoise = ",demand-sd=0,generation-spread=0,buyer-order=index";

    [TestMethod]
    [DataRow("friendly", "C0", false)]
    [DataRow("window", "C0", true)]
    [DataRow("window_real_time_price", "H0", true)]
    [DataRow("window_exponent_1", "C0,price-exponent=1", true)]
    [DataRow("window_ask_cap", "C0,ask-cap=true", true)]
    public void EveryColumnMatchesToTheLastPrintedDigit(string file, string reading, bool synchronizes)
    {
        Trace trace = Run(Readings.Parse(reading + NoNoise), synchronizes);
        (string[] columns, double[][] rows) = StudyVectors.Trace(file);
        CollectionAssert.AreEqual(columns, (System.Collections.ICollection)trace.Columns);
        Assert.HasCount(rows.Length, trace.Rows);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                // The files have ten digits: half a unit of the last is 5e-10 of the number.
                double allowed = (1e-9 * Math.Abs(rows[i][c])) + 1e-15;
                Assert.AreEqual(rows[i][c], trace.Rows[i][c], allowed, $"{columns[c]} of row {i + 2}");
            }
        }
    }

    private static Trace Run(Reading reading, bool synchronizes)
    {
        GivenPopulation population = StudyVectors.Population;
        PolicyTable policy = new(reading.SlotsPerDay, population.Prosumers);
        for (int slot = 0; slot < reading.SlotsPerDay; slot++)
        {
            for (int prosumer = 0; prosumer < population.Prosumers; prosumer++)
            {
                policy[slot, prosumer] = synchronizes && slot is (>= 22 and <= 27) or (>= 70 and <= 79);
            }
        }

        Trace trace = new(population.Prosumers);
        new Network(new ModelHomes(population, reading, 0), reading, 0, keepDetail: true).Run(0, 2, policy, trace);
        return trace;
    }
}
