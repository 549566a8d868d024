// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct Int32
    {
        public const int MaxValue = 2147483647;

        public const int MinValue = -2147483648;

        public override string ToString() => throw null;

        public string ToString(string format) => throw null;
    }
}
