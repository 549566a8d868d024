// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.Networking;

/// <summary>How far a network helper has come.</summary>
public enum NetworkHelperStatus
{
    /// <summary>It did nothing yet.</summary>
    None = 0,

    /// <summary>It waits.</summary>
    Started = 1,

    /// <summary>The network is ready.</summary>
    NetworkIsReady = 2,

    /// <summary>The board has no network interface.</summary>
    FailedNoNetworkInterface = 3,

    /// <summary>Its time was over before there was an address.</summary>
    TokenExpiredWaitingIPAddress = 4,

    /// <summary>Its time was over before the date was known.</summary>
    TokenExpiredWaitingDateTime = 5,

    /// <summary>Scanning failed.</summary>
    ErrorConnetingToWiFiWhileScanning = 6,

    /// <summary>It threw; see HelperException.</summary>
    ExceptionOccurred = 7,

    /// <summary>It joins again.</summary>
    Reconnecting = 8,
}
