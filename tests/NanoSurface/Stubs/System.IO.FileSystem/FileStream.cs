// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System.IO
{
    public class FileStream : Stream
    {
        public FileStream(string path, FileMode mode) => throw null;

        public FileStream(string path, FileMode mode, FileAccess access) => throw null;

        public override long Length => throw null;

        public override int Read(byte[] buffer, int offset, int count) => throw null;

        public override int Read(SpanByte buffer) => throw null;

        public override void Write(byte[] buffer, int offset, int count) => throw null;
    }
}
