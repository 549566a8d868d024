// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>What is used of the C library on Linux: waiting for many sockets, and waking that wait.</summary>
internal static partial class LibC
{
    /// <summary>POLLIN.</summary>
    public const short PollIn = 1;

    /// <summary>POLLOUT.</summary>
    public const short PollOut = 4;

    /// <summary>EFD_CLOEXEC | EFD_NONBLOCK.</summary>
    public const int EventFlags = 0x80800;

    /// <summary>MSG_DONTWAIT.</summary>
    public const int DoNotWait = 0x40;

    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll(Span<PollDescriptor> descriptors, nuint count, int timeoutMilliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "read")]
    public static partial nint Read(int descriptor, ref ulong value, nuint length);

    [LibraryImport("libc", EntryPoint = "write")]
    public static partial nint Write(int descriptor, ref ulong value, nuint length);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup")]
    public static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "shutdown")]
    public static partial int ShutDown(int descriptor, int how);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(int descriptor, Span<byte> buffer, nuint length, int flags);

    /// <summary>Whether a receive failed for good rather than for want of bytes or because of a signal.</summary>
    public static bool LastErrorIsFinal()
    {
        const int Interrupted = 4;
        const int WouldBlock = 11;
        return Marshal.GetLastPInvokeError() is not (Interrupted or WouldBlock);
    }

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Occurred;
    }
}
