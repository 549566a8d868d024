// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>Where the broker is and who asks.</summary>
    public sealed class BrokerAddress
    {
        /// <summary>Host name or address.</summary>
        public string Host;

        /// <summary>TCP port.</summary>
        public int Port;

        /// <summary>True for TLS 1.2 against the certificates stored on the board.</summary>
        public bool IsSecure;

        /// <summary>User name, or null.</summary>
        public string User;

        /// <summary>Password, or null.</summary>
        public string Password;
    }
}
