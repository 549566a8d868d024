// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.IO
{
    public static class File
    {
        public static bool Exists(string path) => throw null;
    }
}
