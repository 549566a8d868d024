// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.NanoSurface;

/// <summary>The board's share of flash and heap is bounded: its three assemblies stay below 96 KB in nanoFramework's PE format.</summary>
[TestClass]
public class BoardSizeTests
{
    private const int MaxPeBytes = 96 * 1024;

    // Measured with the metadata processor: 148992 bytes of these three assemblies became 25392 + 16016 + 54312.
    private const int PePermilleOfAssembly = 643;

    /// <summary>An estimate, for the metadata processor is not everywhere: a PE holds the same code with shorter tables.</summary>
    [TestMethod]
    public void BoardCodeFitsItsBudget()
    {
        long bytes = new[] { "SharedProtocol", "Hal", "Firmware" }.Sum(p => new FileInfo(BuiltAssembly.PathOf(p, $"Prosumeter.{p}")).Length);

        Assert.IsLessThanOrEqualTo(MaxPeBytes, bytes * PePermilleOfAssembly / 1000, $"The board assemblies have {bytes} bytes.");
    }
}
