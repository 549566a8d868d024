// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>
/// Counts what littlefs does to the flash below it, as it is configured on an ESP32: 4 KB blocks; files up to 512 bytes inlined into the directory's log, larger ones
/// copied to blocks that are free; a directory log in a pair of blocks, compacted into the other one when full, so that its live entries are written again, and moved
/// to a free block after <see cref="BlockCycles"/> erases.
/// </summary>
/// <remarks>A model for the wear budget, not a littlefs: it has one directory, and takes free blocks in turn, as littlefs' lookahead does.</remarks>
public sealed class FlashWear
{
    /// <summary>Size of an erase block in bytes.</summary>
    public const int BlockBytes = 4096;

    /// <summary>Erases of a directory block before it is moved: the default of esp_littlefs.</summary>
    public const int BlockCycles = 512;

    private const int InlineBytes = 512;
    private const int CommitOverheadBytes = 32;

    private readonly int[] _erases;
    private readonly bool[] _isUsed;
    private readonly Dictionary<string, int> _inlined = [];
    private readonly Dictionary<string, int[]> _blocks = [];
    private readonly int[] _pair = [0, 1];
    private int _active;
    private int _cycles;
    private int _next = 1;
    private int _directoryLogBytes;

    internal FlashWear(int capacityBytes)
    {
        _erases = new int[Math.Max(4, capacityBytes / BlockBytes)];
        _isUsed = new bool[_erases.Length];
        _isUsed[0] = true;
        _isUsed[1] = true;
    }

    /// <summary>Bytes programmed, the file system's own included.</summary>
    public long ProgrammedBytes { get; private set; }

    /// <summary>Blocks erased.</summary>
    public long ErasedBlocks { get; private set; }

    /// <summary>Erases of the block that was erased most.</summary>
    public int MostErasesOfABlock => _erases.Max();

    internal static long SpaceOf(int fileLength)
    {
        return fileLength <= InlineBytes
            ? fileLength + CommitOverheadBytes
            : (long)(fileLength + BlockBytes - 1) / BlockBytes * BlockBytes;
    }

    /// <summary>Anything but a write: an entry of the directory's log. Emptying a file that exists is committed along with the write that follows.</summary>
    internal void CountChange(in FlashChange change, bool isNew)
    {
        if (change.Kind is FlashChangeKind.Delete or FlashChangeKind.Create)
        {
            Forget(change.Path);
        }

        if (isNew || change.Kind != FlashChangeKind.Create)
        {
            CountCommit(0);
        }
    }

    internal void CountWrite(string path, int position, int length, int fileLength)
    {
        if (fileLength <= InlineBytes)
        {
            _inlined[path] = fileLength;
            CountCommit(fileLength);
            return;
        }

        int count = ((position + length - 1) / BlockBytes) - (position / BlockBytes) + 1;
        int[] fresh = [.. Enumerable.Range(0, count).Select(_ => TakeFreeBlock())];
        Forget(path);
        _blocks[path] = fresh;
        ProgrammedBytes += (long)count * BlockBytes;
        CountCommit(0);
    }

    private void CountCommit(int inlinedBytes)
    {
        int bytes = inlinedBytes + CommitOverheadBytes;
        if (_directoryLogBytes + bytes > BlockBytes)
        {
            Compact();
        }

        _directoryLogBytes += bytes;
        ProgrammedBytes += bytes;
    }

    // littlefs would split a directory whose live entries fill more than half a block.
    private void Compact()
    {
        _active = 1 - _active;
        // An odd number, as in littlefs, so that both blocks of the pair have their turn.
        if (++_cycles % ((BlockCycles + 1) | 1) == 0)
        {
            _isUsed[_pair[_active]] = false;
            _pair[_active] = TakeFreeBlock();
        }
        else
        {
            Erase(_pair[_active]);
        }

        _directoryLogBytes = Math.Min(BlockBytes / 2, _inlined.Values.Sum(length => length + CommitOverheadBytes));
        ProgrammedBytes += _directoryLogBytes;
    }

    private int TakeFreeBlock()
    {
        for (int i = 0; i < _isUsed.Length; i++)
        {
            _next = (_next + 1) % _isUsed.Length;
            if (!_isUsed[_next])
            {
                break;
            }
        }

        _isUsed[_next] = true;
        Erase(_next);
        return _next;
    }

    private void Erase(int block)
    {
        _erases[block]++;
        ErasedBlocks++;
    }

    private void Forget(string path)
    {
        _inlined.Remove(path);
        if (_blocks.Remove(path, out int[]? blocks))
        {
            Array.ForEach(blocks, block => _isUsed[block] = false);
        }
    }
}
