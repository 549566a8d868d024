// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public struct Char
    {
        public const char MaxValue = '\uffff';

        public const char MinValue = '\u0000';
    }
}
