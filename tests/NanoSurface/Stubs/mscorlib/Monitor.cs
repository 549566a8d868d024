// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Threading
{
    public static class Monitor
    {
    }
}
