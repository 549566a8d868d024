// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.Collections
{
    public class ArrayList : IEnumerable
    {
        public virtual int Count => throw null;

        public virtual object this[int index]
        {
            get => throw null;
            set => throw null;
        }

        public virtual int Add(object value) => throw null;

        public virtual IEnumerator GetEnumerator() => throw null;
    }
}
