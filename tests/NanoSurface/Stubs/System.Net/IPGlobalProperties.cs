// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Net.NetworkInformation
{
    public static class IPGlobalProperties
    {
        public static IPAddress GetIPAddress() => throw null;
    }
}
