// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System
{
    public class Object
    {
        public virtual string ToString() => throw null;

        public virtual bool Equals(object obj) => throw null;

        public static bool Equals(object objA, object objB) => throw null;

        public virtual int GetHashCode() => throw null;

        public Type GetType() => throw null;
    }
}
