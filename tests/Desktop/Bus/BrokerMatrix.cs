// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Bus;

/// <summary>The brokers that every conformance test runs against. One Mosquitto serves the whole test run.</summary>
[TestClass]
public static class BrokerMatrix
{
    /// <summary>Row for the in-process broker.</summary>
    public const string InProcess = "in-process";

    /// <summary>Row for Eclipse Mosquitto.</summary>
    public const string Mosquitto = "Mosquitto";

    private static MosquittoFixture? s_mosquitto;

    /// <summary>The shared Mosquitto; a test that stops it starts its own. Inconclusive when it is not installed.</summary>
    public static MosquittoFixture SharedMosquitto => s_mosquitto ??= MosquittoFixture.StartOrSkip();

    /// <summary>A broker without clients. The shared Mosquitto keeps retained messages: tests use topics of their own.</summary>
    public static BrokerUnderTest Start(string broker)
    {
        return broker == InProcess ? new InProcessUnderTest() : new MosquittoUnderTest(SharedMosquitto);
    }

    /// <summary>Ends the shared Mosquitto.</summary>
    [AssemblyCleanup]
    public static void Stop()
    {
        s_mosquitto?.Dispose();
    }
}
