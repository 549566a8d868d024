// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>One change of the files: what the log stores and what a power cut can cut short.</summary>
internal readonly ref struct FlashChange
{
    internal FlashChange(FlashChangeKind kind, string path, string target = "", int position = 0, ReadOnlySpan<byte> data = default)
    {
        Kind = kind;
        Path = path;
        Target = target;
        Position = position;
        Data = data;
    }

    internal FlashChangeKind Kind { get; }

    internal string Path { get; }

    internal string Target { get; }

    internal int Position { get; }

    internal ReadOnlySpan<byte> Data { get; }

    /// <summary>What a power cut counts: every byte of data, and one for a change of the directory, which littlefs commits as a whole.</summary>
    internal int ProgrammedBytes => Kind == FlashChangeKind.Write ? Data.Length : 1;
}
