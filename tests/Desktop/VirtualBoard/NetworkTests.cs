// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Networking;
using Prosumeter.Simulator.Boards.Network;
using NanoApi = Prosumeter.Simulator.Boards.NanoApi;

namespace Prosumeter.Tests.Boards;

/// <summary>Wi-Fi and time of a virtual board.</summary>
[TestClass]
public sealed class NetworkTests
{
    private const long Second = 1_000_000;

    [TestMethod]
    public void TheBoardJoinsByItselfAndLearnsTheTime()
    {
        using var board = new TestBoard();
        Assert.IsFalse(board.Board.Wifi.HasAddress);
        Assert.AreEqual(1970, NanoApi.DateTime.UtcNow.Year);
        Assert.IsTrue(Reconnect(30_000, requiresDateTime: true));
        Assert.AreEqual(NetworkHelperStatus.NetworkIsReady, WifiNetworkHelper.Status);
        Assert.AreEqual(board.Time.UtcMicroseconds / Second, NanoApi.DateTime.UtcNow.ToUnixTimeSeconds());
        Assert.IsTrue(board.Time.MonotonicMicroseconds is >= 3 * Second and < 5 * Second, "joining takes three seconds");
    }

    [TestMethod]
    public void WithoutAnAccessPointTheTokenExpires()
    {
        using var board = new TestBoard();
        board.Board.Wifi.Network.HasAccessPoint = false;
        Assert.IsFalse(Reconnect(30_000, requiresDateTime: false));
        Assert.AreEqual(NetworkHelperStatus.TokenExpiredWaitingIPAddress, WifiNetworkHelper.Status);
        Assert.AreEqual(30.0, board.Time.MonotonicMicroseconds / 1e6, 0.3);
    }

    [TestMethod]
    public void WithoutATimeServerOnlyTheDateIsMissing()
    {
        using var board = new TestBoard();
        board.Board.Wifi.Network.HasTimeServer = false;
        Assert.IsFalse(Reconnect(30_000, requiresDateTime: true));
        Assert.AreEqual(NetworkHelperStatus.TokenExpiredWaitingDateTime, WifiNetworkHelper.Status);
        Assert.IsTrue(Reconnect(1_000, requiresDateTime: false));
    }

    [TestMethod]
    public void TheStationComesBackWithTheAccessPoint()
    {
        using var board = new TestBoard();
        VirtualNetwork network = board.Board.Wifi.Network;
        Assert.IsTrue(Reconnect(30_000, requiresDateTime: false));
        network.HasAccessPoint = false;
        Assert.IsFalse(board.Board.Wifi.HasAddress, "at once");
        NanoApi.Thread.Sleep(10_000);
        Assert.IsFalse(board.Board.Wifi.HasAddress);
        network.HasAccessPoint = true;
        NanoApi.Thread.Sleep(200);
        Assert.IsFalse(board.Board.Wifi.HasAddress, "it has to join again");
        NanoApi.Thread.Sleep(3_500);
        Assert.IsTrue(board.Board.Wifi.HasAddress);
    }

    [TestMethod]
    public void EachSwitchTakesAwayItsPart()
    {
        using var board = new TestBoard();
        VirtualWifi wifi = board.Board.Wifi;
        Assert.IsTrue(Reconnect(30_000, requiresDateTime: false));
        Assert.IsTrue(wifi.CanResolve && wifi.CanReachBroker);
        wifi.Network.HasNames = false;
        Assert.IsTrue(!wifi.CanResolve && wifi.CanReachBroker);
        wifi.Network.HasInternet = false;
        Assert.IsTrue(!wifi.CanReachBroker && wifi.HasAddress);
        wifi.Network.HasAddresses = false;
        Assert.IsFalse(wifi.HasAddress);
    }

    [TestMethod]
    public void AWrongTimeServerIsBelievedAndHeardAgainAfterAnHour()
    {
        using var board = new TestBoard();
        board.Board.Wifi.Network.TimeServerErrorMicroseconds = 86_400 * Second;
        Assert.IsTrue(Reconnect(30_000, requiresDateTime: true));
        Assert.AreEqual(86_400, ErrorSeconds(board));
        board.Board.Wifi.Network.TimeServerErrorMicroseconds = 0;
        NanoApi.Thread.Sleep(3_500_000);
        Assert.AreEqual(86_400, ErrorSeconds(board));
        NanoApi.Thread.Sleep(200_000);
        Assert.AreEqual(0, ErrorSeconds(board));
    }

    [TestMethod]
    public void TheTimeClientObeys()
    {
        using var board = new TestBoard();
        Sntp.Stop();
        Assert.IsFalse(Reconnect(10_000, requiresDateTime: true));
        Assert.IsFalse(Sntp.IsStarted);
        Sntp.Start();
        Sntp.UpdateNow();
        Assert.AreEqual(0, ErrorSeconds(board));
    }

    [TestMethod]
    public void WaitingOnAThreadDoesNotHoldUpTheOthers()
    {
        using var board = new TestBoard();
        board.Board.Wifi.Network.HasAccessPoint = false;
        bool? result = null;
        new NanoApi.Thread(() => result = Reconnect(30_000, requiresDateTime: false)).Start();
        Assert.AreEqual(0, board.Time.MonotonicMicroseconds);
        board.Time.AdvanceTo(29 * Second);
        Assert.IsNull(result);
        board.Time.AdvanceTo(31 * Second);
        Assert.IsFalse(result);
    }

    private static bool Reconnect(int milliseconds, bool requiresDateTime)
    {
        using var source = new NanoApi.CancellationTokenSource(milliseconds);
        return WifiNetworkHelper.Reconnect(requiresDateTime, 0, source.Token);
    }

    private static long ErrorSeconds(TestBoard board)
    {
        return NanoApi.DateTime.UtcNow.ToUnixTimeSeconds() - (board.Time.UtcMicroseconds / Second);
    }
}
