// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Text;

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>nanoFramework's File, over the virtual flash of the current board.</summary>
public static class File
{
    private const int ChunkBytes = 2048;

    private static Flash.VirtualFlash Drive => VirtualBoard.Current.Flash;

    /// <summary>Whether there is such a file.</summary>
    public static bool Exists(string path)
    {
        return Drive.FileExists(path);
    }

    /// <summary>Creates or empties a file.</summary>
    public static FileStream Create(string path)
    {
        return new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
    }

    /// <summary>Deletes a file; does nothing when there is none.</summary>
    public static void Delete(string path)
    {
        Drive.Delete(path);
    }

    /// <summary>Renames a file.</summary>
    /// <exception cref="IOException">There is no such file, or the new name exists: there is no replacing on the board.</exception>
    public static void Move(string sourceFileName, string destFileName)
    {
        Drive.Move(sourceFileName, destFileName);
    }

    /// <summary>Opens a file for reading.</summary>
    public static FileStream OpenRead(string path)
    {
        return new FileStream(path, FileMode.Open, FileAccess.Read);
    }

    /// <summary>Opens or creates a file for writing from its beginning; what it held longer stays.</summary>
    public static FileStream OpenWrite(string path)
    {
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
    }

    /// <summary>The whole file.</summary>
    public static byte[] ReadAllBytes(string path)
    {
        byte[] bytes = new byte[Drive.Length(path)];
        Drive.Read(path, 0, bytes);
        return bytes;
    }

    /// <summary>The whole file as UTF-8 text.</summary>
    public static string ReadAllText(string path)
    {
        return Encoding.UTF8.GetString(ReadAllBytes(path));
    }

    /// <summary>Empties or creates a file, then writes it in pieces of 2048 bytes: several commits, not one.</summary>
    public static void WriteAllBytes(string path, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        Drive.Create(path);
        for (int at = 0; at < bytes.Length; at += ChunkBytes)
        {
            Drive.Write(path, at, bytes.AsSpan(at, Math.Min(ChunkBytes, bytes.Length - at)));
        }
    }

    /// <summary>Empties or creates a file, then writes UTF-8 text in pieces of 2048 bytes.</summary>
    public static void WriteAllText(string path, string contents)
    {
        WriteAllBytes(path, Encoding.UTF8.GetBytes(contents ?? string.Empty));
    }
}
