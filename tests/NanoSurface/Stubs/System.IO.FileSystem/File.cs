// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.IO
{
    public static class File
    {
        public static void Delete(string path) => throw null;

        public static bool Exists(string path) => throw null;

        public static void Move(string sourceFileName, string destFileName) => throw null;

        public static void WriteAllBytes(string path, byte[] bytes) => throw null;
    }
}
