// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>
/// Keeps the files in one host file: the eight bytes "PRFLASH1", then <see cref="FlashRecord"/>s. Every change is one write to the operating
/// system, so it survives `kill -9` of the simulator; what a crash left half written at the end is cut off when the file is opened.
/// </summary>
internal sealed class FlashLog : IDisposable
{
    private const long CompactionBytes = 4 * 1024 * 1024;
    private static readonly byte[] s_magic = "PRFLASH1"u8.ToArray();

    private readonly string _path;
    private readonly FlashFiles _files;
    private FileStream _stream;

    /// <summary>Opens or creates the host file and replays it.</summary>
    /// <exception cref="IOException">It is not a flash file, or another process has it open.</exception>
    internal FlashLog(string path, FlashFiles files)
    {
        _path = path;
        _files = files;
        _stream = Open(path, FileMode.OpenOrCreate);
        Replay();
    }

    internal void Append(in FlashChange change)
    {
        _stream.Write(FlashRecord.Encode(change));
        if (_stream.Length > CompactionBytes)
        {
            Compact();
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
    }

    private static FileStream Open(string path, FileMode mode)
    {
        // No buffer in this process: a killed process loses only what it never wrote.
        return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    private void Replay()
    {
        if (_stream.Length == 0)
        {
            _stream.Write(s_magic);
            return;
        }

        byte[] bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        if (!bytes.AsSpan().StartsWith(s_magic))
        {
            _stream.Dispose();
            throw new IOException($"'{_path}' is not a virtual flash. Name another file, or one that does not exist yet.");
        }

        int end = s_magic.Length;
        int length;
        while ((length = FlashRecord.Decode(bytes.AsSpan(end), out FlashChange change)) > 0)
        {
            _files.Apply(change);
            end += length;
        }

        _stream.SetLength(end);
        _stream.Position = end;
    }

    // The new file replaces the old one by a rename, which leaves either of them whole.
    private void Compact()
    {
        string path = _path + ".new";
        FileStream compacted = Open(path, FileMode.Create);
        compacted.Write(s_magic);
        foreach (string directory in _files.Directories)
        {
            compacted.Write(FlashRecord.Encode(new FlashChange(FlashChangeKind.CreateDirectory, directory)));
        }

        foreach (KeyValuePair<string, FlashFile> file in _files.Files)
        {
            compacted.Write(FlashRecord.Encode(new FlashChange(FlashChangeKind.Create, file.Key)));
            compacted.Write(FlashRecord.Encode(new FlashChange(FlashChangeKind.Write, file.Key, data: file.Value.Bytes)));
        }

        compacted.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(path, _path, overwrite: true);
        _stream = compacted;
    }
}
