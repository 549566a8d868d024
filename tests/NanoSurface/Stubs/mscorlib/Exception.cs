// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public class Exception
    {
        public Exception() => throw null;

        public Exception(string message) => throw null;

        public Exception(string message, Exception innerException) => throw null;
    }
}
