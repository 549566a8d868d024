// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>
/// Counts what littlefs does to the flash below it, as nanoFramework configures it on an ESP32: 4 KB blocks, files up to 512 bytes inlined
/// into the directory's log, larger ones copied block by block, a directory log compacted into its other block when full.
/// </summary>
/// <remarks>A model for the wear budget, not a littlefs: it assumes one directory, and wear levelling over all blocks.</remarks>
public sealed class FlashWear
{
    /// <summary>Size of an erase block in bytes.</summary>
    public const int BlockBytes = 4096;

    private const int InlineBytes = 512;
    private const int CommitOverheadBytes = 32;
    private int _directoryLogBytes;

    /// <summary>Bytes programmed, the file system's own included.</summary>
    public long ProgrammedBytes { get; private set; }

    /// <summary>Blocks erased.</summary>
    public long ErasedBlocks { get; private set; }

    internal static long SpaceOf(int fileLength)
    {
        return fileLength <= InlineBytes
            ? fileLength + CommitOverheadBytes
            : (long)(fileLength + BlockBytes - 1) / BlockBytes * BlockBytes;
    }

    internal void CountCommit(int inlinedBytes)
    {
        int bytes = inlinedBytes + CommitOverheadBytes;
        if (_directoryLogBytes + bytes > BlockBytes)
        {
            ErasedBlocks++;
            _directoryLogBytes = 0;
        }

        _directoryLogBytes += bytes;
        ProgrammedBytes += bytes;
    }

    internal void CountWrite(int position, int length, int fileLength)
    {
        if (fileLength <= InlineBytes)
        {
            CountCommit(fileLength);
            return;
        }

        int firstBlock = position / BlockBytes;
        int lastBlock = (position + length - 1) / BlockBytes;
        int blocks = lastBlock - firstBlock + 1;
        ErasedBlocks += blocks;
        ProgrammedBytes += (long)blocks * BlockBytes;
        CountCommit(0);
    }
}
