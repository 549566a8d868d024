// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>The technician's serial line. Never blocks.</summary>
    public interface IConsolePort
    {
        /// <summary>Reads what has arrived, at most <paramref name="count"/> bytes.</summary>
        /// <returns>The number of bytes read, 0 when nothing waits.</returns>
        int Read(byte[] buffer, int offset, int count);

        /// <summary>Sends bytes.</summary>
        void Write(byte[] buffer, int offset, int count);
    }
}
