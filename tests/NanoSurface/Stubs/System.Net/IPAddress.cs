// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Net
{
    public class IPAddress
    {
        public override string ToString() => throw null;
    }
}
