// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#pragma warning disable IDE0005 // The desktop build has its own CancellationTokenSource.
using System.Threading;
#pragma warning restore IDE0005
using nanoFramework.Networking;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// The Wi-Fi station. Network name and password are in the board's own configuration, put there with nanoff; the runtime joins by itself and asks
    /// SNTP servers for the time as soon as it has an address. Here is only waited for both.
    /// </summary>
    public sealed class WifiStation
    {
        private const int PatienceMilliseconds = 10000;

        private readonly bool _needsTime;

        /// <summary>Makes the station.</summary>
        /// <param name="needsTime">True when the time must be known too, as TLS needs it to judge a certificate.</param>
        public WifiStation(bool needsTime)
        {
            _needsTime = needsTime;
        }

        /// <summary>Waits until the network is ready, at most 10 s. Blocks: call it on a thread of its own.</summary>
        /// <returns>False when it is not.</returns>
        public bool Join()
        {
            using (CancellationTokenSource source = new CancellationTokenSource(PatienceMilliseconds))
            {
                return WifiNetworkHelper.Reconnect(_needsTime, 0, source.Token);
            }
        }
    }
}
