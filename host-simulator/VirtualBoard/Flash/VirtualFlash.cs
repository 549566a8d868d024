// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>
/// The board's drive I:, in memory or in a host file. Every change is complete when the call returns, as nanoFramework's file system opens,
/// writes and closes the littlefs file in each call.
/// </summary>
/// <remarks>
/// littlefs commits a write as a whole when it closes the file. A power cut here leaves part of it instead: worse than the board, so that
/// firmware that survives it does not rely on one file system's kindness.
/// </remarks>
public sealed partial class VirtualFlash : IDisposable
{
    /// <summary>The only drive.</summary>
    public const string Root = @"I:\";

    private readonly VirtualBoard _board;
    private readonly Lock _lock = new();
    private readonly FlashFiles _files = new();
    private readonly FlashLog? _log;

    internal VirtualFlash(VirtualBoard board, string? hostFile, int capacityBytes)
    {
        CapacityBytes = capacityBytes;
        Wear = new FlashWear(capacityBytes);
        _board = board;
        _log = hostFile is null ? null : new FlashLog(hostFile, _files);
    }

    /// <summary>Size of the drive's partition in bytes.</summary>
    public int CapacityBytes { get; }

    /// <summary>What the files take of it, in bytes.</summary>
    public long UsedBytes
    {
        get
        {
            lock (_lock)
            {
                return _files.UsedBytes();
            }
        }
    }

    /// <summary>Bytes of files written since the board was built, plus one for each change of a directory entry (create, delete, rename).</summary>
    public long ChangedBytes { get; private set; }

    /// <summary>What the changes cost the flash.</summary>
    public FlashWear Wear { get; }

    /// <summary>The next power cut; it happens once. Null for none.</summary>
    public PowerCut? PowerCut { get; set; }

    /// <summary>How long a write blocks the board, in microseconds; 0, the default, for no time at all.</summary>
    public int WriteMicroseconds { get; set; }

    /// <summary>Fault switch: while true each change fails and changes nothing.</summary>
    public bool RefusesChanges { get; set; }

    /// <summary>Whether there is such a file.</summary>
    public bool FileExists(string path)
    {
        lock (_lock)
        {
            return _files.Find(Check(path)) is not null;
        }
    }

    /// <summary>Whether there is such a directory.</summary>
    public bool DirectoryExists(string path)
    {
        lock (_lock)
        {
            return IsDirectory(Check(path));
        }
    }

    /// <summary>Length of a file in bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public int Length(string path)
    {
        lock (_lock)
        {
            return Find(path).Length;
        }
    }

    /// <summary>Reads from a position.</summary>
    /// <returns>The number of bytes read: fewer than asked for at the end of the file.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public int Read(string path, int position, Span<byte> buffer)
    {
        lock (_lock)
        {
            return Find(path).Read(position, buffer);
        }
    }

    /// <summary>Creates a file, or empties it.</summary>
    /// <exception cref="DirectoryNotFoundException">Its directory does not exist.</exception>
    public void Create(string path)
    {
        lock (_lock)
        {
            CheckParent(Check(path));
            if (_files.Find(path) is null)
            {
                CheckRoom(new FlashFile(), 0);
            }

            Change(new FlashChange(FlashChangeKind.Create, path));
        }
    }

    /// <summary>Writes at a position; beyond the end the file grows.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The drive is full; nothing was written.</exception>
    public void Write(string path, int position, ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            CheckRoom(Find(path), position + data.Length);
            Change(new FlashChange(FlashChangeKind.Write, path, position: position, data: data));
        }
    }

    /// <summary>Deletes a file; does nothing when there is none.</summary>
    public void Delete(string path)
    {
        lock (_lock)
        {
            if (_files.Find(Check(path)) is not null)
            {
                Change(new FlashChange(FlashChangeKind.Delete, path));
            }
        }
    }

    /// <summary>Renames a file. There is no replacing.</summary>
    /// <exception cref="IOException">There is no such file, or the new name exists.</exception>
    public void Move(string path, string target)
    {
        lock (_lock)
        {
            _ = Find(path);
            CheckParent(Check(target));
            if (_files.Find(target) is not null || IsDirectory(target))
            {
                throw new IOException($"'{target}' exists.");
            }

            Change(new FlashChange(FlashChangeKind.Move, path, target));
        }
    }

    /// <summary>Creates a directory; its parent must exist.</summary>
    public void CreateDirectory(string path)
    {
        lock (_lock)
        {
            CheckParent(Check(path));
            Change(new FlashChange(FlashChangeKind.CreateDirectory, path));
        }
    }

    /// <summary>Deletes an empty directory.</summary>
    /// <exception cref="IOException">There is no such directory, or it is not empty.</exception>
    public void DeleteDirectory(string path)
    {
        lock (_lock)
        {
            if (!IsDirectory(Check(path)) || ListFiles(path).Length > 0 || ListDirectories(path).Length > 0)
            {
                throw new IOException($"'{path}' is not an empty directory.");
            }

            Change(new FlashChange(FlashChangeKind.DeleteDirectory, path));
        }
    }

    /// <summary>Full paths of the files in a directory, sorted.</summary>
    public string[] ListFiles(string directory)
    {
        lock (_lock)
        {
            var paths = new List<string>();
            foreach (KeyValuePair<string, FlashFile> file in _files.Files)
            {
                paths.Add(file.Key);
            }

            return ChildrenOf(directory, paths);
        }
    }

    /// <summary>Full paths of the directories in a directory, sorted.</summary>
    public string[] ListDirectories(string directory)
    {
        lock (_lock)
        {
            return ChildrenOf(directory, _files.Directories);
        }
    }

    /// <summary>Closes the host file.</summary>
    public void Dispose()
    {
        _log?.Dispose();
    }

    private FlashFile Find(string path)
    {
        return _files.Find(Check(path)) ?? throw new FileNotFoundException($"There is no file '{path}' in flash.");
    }

    private bool IsDirectory(string path)
    {
        return path == Root || _files.HasDirectory(path);
    }

    private static string Check(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!path.StartsWith(Root, StringComparison.Ordinal) || path.Length > 255 || path.Contains('/'))
        {
            throw new IOException($"'{path}' is not a path on drive {Root}");
        }

        return path;
    }

    private void CheckRoom(FlashFile file, int end)
    {
        long growth = FlashWear.SpaceOf(Math.Max(end, file.Length)) - FlashWear.SpaceOf(file.Length);
        if (growth > 0 && _files.UsedBytes() + growth > CapacityBytes)
        {
            throw new IOException($"Drive {Root} is full: its partition has {CapacityBytes} bytes.");
        }
    }

    private void CheckParent(string path)
    {
        if (!IsDirectory(Parent(path)))
        {
            throw new DirectoryNotFoundException($"The directory of '{path}' does not exist.");
        }
    }

    private static string Parent(string path)
    {
        int slash = path.LastIndexOf('\\');
        return slash < Root.Length ? Root : path[..slash];
    }

    private string[] ChildrenOf(string directory, IEnumerable<string> paths)
    {
        string parent = Check(directory).Length > Root.Length ? directory.TrimEnd('\\') : directory;
        if (!IsDirectory(parent))
        {
            throw new DirectoryNotFoundException($"There is no directory '{directory}' in flash.");
        }

        var children = new List<string>();
        foreach (string path in paths)
        {
            if (Parent(path) == parent)
            {
                children.Add(path);
            }
        }

        children.Sort(StringComparer.Ordinal);
        return [.. children];
    }
}
