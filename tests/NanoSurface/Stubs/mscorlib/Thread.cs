// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Threading
{
    public sealed class Thread
    {
        public Thread(ThreadStart start) => throw null;

        public void Start() => throw null;

        public static void Sleep(int millisecondsTimeout) => throw null;

        public static void Sleep(TimeSpan timeout) => throw null;
    }
}
