// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public static class Environment
    {
        public static long TickCount64 => throw null;
    }
}
