// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Threading
{
    public class CancellationTokenSource : IDisposable
    {
        public CancellationTokenSource(int millisecondsDelay) => throw null;

        public CancellationTokenSource(TimeSpan delay) => throw null;

        public CancellationTokenSource() => throw null;

        public CancellationToken Token => throw null;

        public void Dispose() => throw null;
    }
}
