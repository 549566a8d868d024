// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Prosumeter.Simulator.Boards.Serial;

/// <summary>
/// A Linux pseudo-terminal in raw mode: any terminal program opens <see cref="Name"/>, closes it and opens it again. What the board sent while
/// nobody read is kept until the kernel's buffer of some 20 KB is full; then it is dropped for the newer.
/// </summary>
/// <remarks>The own end of the slave side stays open: the kernel would otherwise report a hang-up and reset the raw mode at every close of the peer.</remarks>
[SupportedOSPlatform("linux")]
public sealed unsafe class PseudoTerminal : ISerialEndpoint
{
    private int _master;
    private int _slave;

    /// <summary>Opens a new pseudo-terminal.</summary>
    /// <exception cref="Win32Exception">The system gives none; the message is the system's.</exception>
    public PseudoTerminal()
    {
        _master = Check(LibC.OpenMaster(LibC.ReadWriteNoTerminalNonBlocking));
        Check(LibC.Grant(_master));
        Check(LibC.Unlock(_master));
        Name = ReadSlaveName(_master);
        _slave = Check(LibC.Open(Name, LibC.ReadWriteNoTerminalNonBlocking));
        MakeRaw(_slave);
    }

    /// <summary>Path of the terminal, such as /dev/pts/3.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        fixed (byte* bytes = buffer)
        {
            // -1 is "nothing there" (EAGAIN) as long as the own slave end is open.
            return Math.Max(0, (int)LibC.Read(_master, bytes, (nuint)buffer.Length));
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        int written = WriteSome(bytes);
        if (written < bytes.Length)
        {
            // The buffer is full: nobody reads. The newer bytes are worth more than the older.
            _ = LibC.Flush(_slave, LibC.FlushInput);
            _ = WriteSome(bytes[written..]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_master >= 0)
        {
            _ = LibC.Close(_slave);
            _ = LibC.Close(_master);
            _slave = -1;
            _master = -1;
        }
    }

    private static int Check(int result)
    {
        return result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    private static string ReadSlaveName(int master)
    {
        Span<byte> name = stackalloc byte[128];
        fixed (byte* bytes = name)
        {
            // ptsname_r returns the error instead of setting errno.
            int error = LibC.SlaveName(master, bytes, (nuint)name.Length);
            return error == 0
                ? Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)])
                : throw new Win32Exception(error);
        }
    }

    private static void MakeRaw(int terminal)
    {
        byte* termios = stackalloc byte[LibC.TermiosBytes];
        Check(LibC.GetAttributes(terminal, termios));
        LibC.MakeRaw(termios);
        Check(LibC.SetAttributes(terminal, LibC.SetNow, termios));
    }

    private int WriteSome(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            return Math.Max(0, (int)LibC.Write(_master, start, (nuint)bytes.Length));
        }
    }
}
