// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>The state of the file system: directories, and files by full path. Case-sensitive, as littlefs is.</summary>
internal sealed class FlashFiles
{
    private readonly Dictionary<string, FlashFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal);

    internal IEnumerable<KeyValuePair<string, FlashFile>> Files => _files;

    internal IEnumerable<string> Directories => _directories;

    internal FlashFile? Find(string path)
    {
        return _files.GetValueOrDefault(path);
    }

    internal bool HasDirectory(string path)
    {
        return _directories.Contains(path);
    }

    /// <summary>What the files take in flash: whole blocks, except those that littlefs inlines into its directory, which has two blocks.</summary>
    internal long UsedBytes()
    {
        long used = 2L * FlashWear.BlockBytes * (1 + _directories.Count);
        foreach (FlashFile file in _files.Values)
        {
            used += FlashWear.SpaceOf(file.Length);
        }

        return used;
    }

    internal void Apply(in FlashChange change)
    {
        switch (change.Kind)
        {
            case FlashChangeKind.Create:
                Obtain(change.Path).Clear();
                break;
            case FlashChangeKind.Write:
                Obtain(change.Path).Write(change.Position, change.Data);
                break;
            case FlashChangeKind.Delete:
                _files.Remove(change.Path);
                break;
            case FlashChangeKind.Move:
                Move(change.Path, change.Target);
                break;
            case FlashChangeKind.CreateDirectory:
                _directories.Add(change.Path);
                break;
            case FlashChangeKind.DeleteDirectory:
                _directories.Remove(change.Path);
                break;
        }
    }

    private FlashFile Obtain(string path)
    {
        if (!_files.TryGetValue(path, out FlashFile? file))
        {
            file = new FlashFile();
            _files.Add(path, file);
        }

        return file;
    }

    private void Move(string path, string target)
    {
        if (_files.Remove(path, out FlashFile? file))
        {
            _files[target] = file;
        }
    }
}
