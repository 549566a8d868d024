// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Net;

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>What nanoFramework's System.Net.NetworkInformation.IPGlobalProperties has and that of .NET has not.</summary>
public static class IPGlobalProperties
{
    // RFC 5737: for documentation.
    private static readonly IPAddress s_address = new([192, 0, 2, 17]);

    /// <summary>The address of the first interface, 0.0.0.0 while it has none.</summary>
    public static IPAddress GetIPAddress() => VirtualBoard.Current.Wifi.HasAddress ? s_address : IPAddress.Any;
}
